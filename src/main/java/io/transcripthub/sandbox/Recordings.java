package io.transcripthub.sandbox;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** CXone's transcription of recordings. Used by one thread. */
final class Recordings {
    private final Map<String, TranscriptJson> transcripts =
            Calls.all().stream().collect(toMap(Call::name, TranscriptJson::of));
    private final Answer models = Answer.json(200, modelsOf(Calls.languages()));
    private final Jobs jobs;

    Recordings(Jobs jobs) {
        this.jobs = jobs;
    }

    Answer models() {
        return models;
    }

    Future<Answer> submit(Submission submission, Visit visit) {
        Answer refusal = Calls.languages().contains(submission.languageCode())
                ? Jobs.refusal("recording " + submission.recordingId())
                : Answer.badRequest("Invalid languageCode: no model for " + submission.languageCode() + ".");
        return refusal == null
                ? jobs.accept(
                        submission.recordingId(),
                        visit,
                        (id, work) -> new RecordingJob(id, submission, work, transcript(submission)))
                : Future.succeededFuture(refusal);
    }

    /** Null for an unknown id. */
    Job job(String transcriptionId) {
        return jobs.job(transcriptionId);
    }

    private Buffer transcript(Submission submission) {
        Call call = Calls.of(submission.recordingId(), submission.languageCode());
        TranscriptJson transcript = transcripts.get(call.name());
        return submission.speakerDiarization() ? transcript.diarized() : transcript.undiarized();
    }

    private static JsonObject modelsOf(Iterable<String> languages) {
        JsonArray models = new JsonArray();
        languages.forEach(language -> models.add(new JsonObject().put("languageCode", language)));
        return new JsonObject().put("models", models);
    }
}
