package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A medium's transcription as Genesys Cloud tells of it: it knows no message and no cancelled jobs. */
final class MediaJob implements Job {
    private final String transcriptionId;
    private final MediaSubmission submission;
    private final Work work;
    private final Buffer utterances;
    private final Resource resource;

    /** @param utterances what follows {@code "utterances":} in the answer */
    MediaJob(String transcriptionId, MediaSubmission submission, Work work, Buffer utterances) {
        this.transcriptionId = transcriptionId;
        this.submission = submission;
        this.work = work;
        this.utterances = utterances;
        this.resource = new Resource(submission.mediaId());
    }

    @Override
    public Resource resource() {
        return resource;
    }

    /** The vendor's two ways to say so, by turns. */
    @Override
    public Answer accepted() {
        int number = Integer.parseInt(transcriptionId.substring(transcriptionId.lastIndexOf('_') + 1));
        return Answer.json(number % 2 == 1 ? 202 : 200, described("queued"));
    }

    @Override
    public Answer poll() {
        work.poll();
        if (work.isCompleted()) {
            return Answer.json(200, completed());
        }
        if (work.isEnded()) {
            return Answer.json(200, described("failed"));
        }
        return Answer.json(200, described(work.isQueued() ? "queued" : "processing"));
    }

    private Buffer completed() {
        Buffer head = described("completed").toBuffer();
        return Buffer.buffer(head.length() + utterances.length() + 16)
                .appendBuffer(head, 0, head.length() - 1)
                .appendString(",\"utterances\":")
                .appendBuffer(utterances)
                .appendString("}");
    }

    private JsonObject described(String status) {
        return new JsonObject()
                .put("id", transcriptionId)
                .put("mediaId", submission.mediaId())
                .put("status", status)
                .put("language", submission.language())
                .put("profanityFilter", submission.profanityFilter())
                .put("diarization", submission.diarization())
                .put("languageModel", submission.languageModel())
                .put("customVocabularyIds", new JsonArray(submission.customVocabularyIds()));
    }
}
