package io.transcripthub.sandbox;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The vendor's transcription of recordings. Used by one thread. */
final class Recordings {
    private static final int MOST_MIXED_POLLS = 4;

    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, TranscriptJson> transcripts =
            Calls.all().stream().collect(toMap(Call::name, TranscriptJson::of));
    private final Answer models = Answer.json(200, modelsOf(Calls.languages()));
    private final String idPrefix = "tr_" + UUID.randomUUID().toString().substring(0, 8) + "_";
    private final int polls;
    private final FaultInjection faults;
    private final Recorder recorder;

    Recordings(int polls, FaultInjection faults, Recorder recorder) {
        this.polls = polls;
        this.faults = faults;
        this.recorder = recorder;
    }

    Answer models() {
        return models;
    }

    Answer submit(Submission submission, Visit visit) {
        String id = submission.recordingId();
        if (!Calls.languages().contains(submission.languageCode())) {
            return Answer.badRequest("Invalid languageCode: no model for " + submission.languageCode() + ".");
        }
        if (id.contains("-forbidden")) {
            return Answer.error(403, "Forbidden", "The client may not read recording " + id + ".");
        }
        if (id.contains("-missing")) {
            return Answer.error(404, "Not Found", "There is no recording " + id + ".");
        }
        return accept(submission, visit);
    }

    /** Null for an unknown id. */
    Job job(String transcriptionId) {
        return jobs.get(transcriptionId);
    }

    private Answer accept(Submission submission, Visit visit) {
        String transcriptionId = idPrefix + (jobs.size() + 1);
        TranscriptJson transcript = transcripts.get(
                Calls.of(submission.recordingId(), submission.languageCode()).name());
        Job job = new Job(
                transcriptionId,
                submission,
                Ending.of(submission.recordingId(), visit, faults),
                lastPoll(submission.recordingId()),
                submission.speakerDiarization() ? transcript.diarized() : transcript.undiarized());
        jobs.put(transcriptionId, job);
        recorder.submissionAccepted(submission.recordingId());
        return job.accepted();
    }

    private int lastPoll(String recordingId) {
        return polls > 0 ? polls : 1 + Math.floorMod(Dice.mix(~recordingId.hashCode()), MOST_MIXED_POLLS);
    }

    private static JsonObject modelsOf(Iterable<String> languages) {
        JsonArray models = new JsonArray();
        languages.forEach(language -> models.add(new JsonObject().put("languageCode", language)));
        return new JsonObject().put("models", models);
    }
}
