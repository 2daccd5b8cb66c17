package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** A recording's transcription as CXone tells of it. */
final class RecordingJob implements Job {
    private final String transcriptionId;
    private final Submission submission;
    private final Work work;
    private final Buffer transcript;
    private final Resource resource;

    /** @param transcript what follows {@code "transcript":} in the answer */
    RecordingJob(String transcriptionId, Submission submission, Work work, Buffer transcript) {
        this.transcriptionId = transcriptionId;
        this.submission = submission;
        this.work = work;
        this.transcript = transcript;
        this.resource = new Resource(submission.recordingId());
    }

    @Override
    public Resource resource() {
        return resource;
    }

    @Override
    public Answer accepted() {
        return Answer.json(202, described("QUEUED"));
    }

    @Override
    public Answer poll() {
        work.poll();
        if (work.isEnded()) {
            return Answer.json(200, work.isCompleted() ? completed() : ended());
        }
        return Answer.json(200, described(work.isQueued() ? "QUEUED" : "PROCESSING"));
    }

    private Buffer ended() {
        Ending ending = work.ending();
        JsonObject body = new JsonObject(described(ending.status()));
        return (ending.errorMessage() == null ? body : body.put("errorMessage", ending.errorMessage())).toBuffer();
    }

    private Buffer completed() {
        Buffer head = described(Ending.COMPLETED.status());
        return Buffer.buffer(head.length() + transcript.length() + 16)
                .appendBuffer(head, 0, head.length() - 1)
                .appendString(",\"transcript\":")
                .appendBuffer(transcript)
                .appendString("}");
    }

    /** Ids, language and status hold no character that JSON would escape. */
    private Buffer described(String status) {
        return Buffer.buffer("{\"transcriptionId\":\"" + transcriptionId
                + "\",\"recordingId\":\"" + submission.recordingId()
                + "\",\"status\":\"" + status
                + "\",\"languageCode\":\"" + submission.languageCode()
                + "\",\"speakerDiarization\":" + submission.speakerDiarization()
                + ",\"punctuationRestoration\":" + submission.punctuationRestoration()
                + ",\"profanityMasking\":" + submission.profanityMasking() + "}");
    }
}
