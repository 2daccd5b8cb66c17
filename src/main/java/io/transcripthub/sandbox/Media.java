package io.transcripthub.sandbox;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** Genesys Cloud's transcription of media. Used by one thread. */
final class Media {
    private final Map<String, UtterancesJson> utterances =
            Calls.all().stream().collect(toMap(Call::name, UtterancesJson::of));
    private final Jobs jobs;

    Media(Jobs jobs) {
        this.jobs = jobs;
    }

    Future<Answer> submit(MediaSubmission submission, Visit visit) {
        Answer refusal = Calls.languages().contains(submission.language())
                ? Jobs.refusal("medium " + submission.mediaId())
                : Answer.badRequest("Invalid language: no model for " + submission.language() + ".");
        return refusal == null
                ? jobs.accept(
                        submission.mediaId(),
                        visit,
                        (id, work) -> new MediaJob(id, submission, work, utterances(submission)))
                : Future.succeededFuture(refusal);
    }

    /** Null for an unknown id. */
    Job job(String transcriptionId) {
        return jobs.job(transcriptionId);
    }

    private Buffer utterances(MediaSubmission submission) {
        Call call = Calls.of(submission.mediaId(), submission.language());
        UtterancesJson json = submission.mediaId().contains("-badtime")
                ? UtterancesJson.withBadTime(call)
                : utterances.get(call.name());
        return submission.diarization() ? json.diarized() : json.undiarized();
    }
}
