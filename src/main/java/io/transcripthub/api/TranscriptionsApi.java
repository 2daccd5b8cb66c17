package io.transcripthub.api;

import io.transcripthub.intake.Intake;
import io.transcripthub.intake.Rejected;
import io.transcripthub.ledger.Doorbell;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.JobState;
import io.transcripthub.ledger.Ledger;
import io.transcripthub.ledger.Ledger.NotRetried;
import io.transcripthub.ledger.Ledger.Submitted;
import io.transcripthub.ledger.LedgerUnavailable;
import io.transcripthub.ledger.LedgerView;
import io.transcripthub.ledger.LedgerView.Filter;
import io.transcripthub.ledger.LedgerView.JobStatus;
import io.transcripthub.ledger.Pace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The operations of the HTTP API on transcriptions and jobs, by their OpenAPI operation ids. */
public final class TranscriptionsApi {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final Intake intake;
    private final Ledger ledger;
    private final LedgerView view;
    private final Doorbell doorbell;
    private final Function<String, Pace> paces;

    public TranscriptionsApi(Intake intake, Ledger ledger, Doorbell doorbell, Function<String, Pace> paces) {
        this.intake = intake;
        this.ledger = ledger;
        this.view = ledger.view();
        this.doorbell = doorbell;
        this.paces = paces;
    }

    public Answer submitTranscription(String body) {
        return rejecting(() -> {
            Submitted submitted = intake.submit(body == null ? "" : body);
            return new Answer(submitted.isNew() ? 202 : 200, job(submitted.job().jobId()));
        });
    }

    public Answer submitBatch(String body) {
        Intake.Batch batch = intake.submitLines(body == null ? "" : body);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accepted", batch.accepted());
        json.put("duplicates", batch.duplicates());
        json.put("rejected", batch.rejected());
        return Answer.ok(json);
    }

    public Answer getJob(String jobId) {
        Map<String, Object> job = job(jobId);
        return job == null ? unknown(jobId) : Answer.ok(job);
    }

    /** Newest first. {@code after} is the cursor that the page before named as {@code next}. */
    public Answer listJobs(String state, String account, String limit, String after) {
        return rejecting(() -> {
            int rows = limit == null ? DEFAULT_LIMIT : (int) number("limit", limit, MAX_LIMIT);
            Long before = after == null ? null : number("after", after, Long.MAX_VALUE);
            List<JobStatus> jobs = view.jobs(new Filter(state(state), account, before, rows));
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("jobs", jobs.stream().map(JobJson::of).toList());
            page.put(
                    "next",
                    jobs.size() < rows
                            ? null
                            : Long.toString(jobs.get(jobs.size() - 1).job().seq()));
            return Answer.ok(page);
        });
    }

    public Answer retryJob(String jobId) {
        Job job = view.job(jobId).map(JobStatus::job).orElse(null);
        NotRetried refused = job == null ? NotRetried.UNKNOWN : ledger.retry(jobId, paces.apply(job.account()));
        if (refused == NotRetried.UNKNOWN) {
            return unknown(jobId);
        }
        if (refused == NotRetried.NOTHING_TO_RETRY) {
            return Answer.error(
                    409,
                    "nothing to retry: expected a job that is FAILED, DEAD or has a dead letter, found " + job.state(),
                    null);
        }
        doorbell.ring();
        return new Answer(202, job(jobId));
    }

    public Answer summarizeJobs() {
        LedgerView.Summary summary = view.summary();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("states", summary.states());
        json.put("deliveries", summary.deliveries());
        return Answer.ok(json);
    }

    public Answer getTranscript(String jobId) {
        return view.transcript(jobId)
                .map(document -> Answer.ok((Object) document))
                .orElseGet(() -> Answer.error(404, "no transcript of job '" + jobId + "' yet", null));
    }

    /** What a caller gets when the hub could not do its work. */
    public Answer failure(Throwable failure) {
        return failure instanceof LedgerUnavailable
                ? Answer.error(503, "the ledger is not available; try again later", null)
                : Answer.error(500, "the hub failed; its log says why", null);
    }

    private Map<String, Object> job(String jobId) {
        return view.job(jobId).map(JobJson::of).orElse(null);
    }

    private static Answer unknown(String jobId) {
        return Answer.error(404, "no job '" + jobId + "'", null);
    }

    private static JobState state(String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(JobState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "state",
                        "state: expected one of " + Arrays.toString(JobState.values()) + ", found '" + name + "'"));
    }

    private static long number(String field, String value, long most) {
        if (!value.matches("\\d{1,18}") || Long.parseLong(value) < 1 || Long.parseLong(value) > most) {
            throw new Rejected(
                    field,
                    field + ": expected a whole number from 1" + (most == Long.MAX_VALUE ? "" : " to " + most)
                            + ", found '" + value + "'");
        }
        return Long.parseLong(value);
    }

    private static Answer rejecting(Supplier<Answer> call) {
        try {
            return call.get();
        } catch (Rejected rejected) {
            return Answer.error(400, rejected.getMessage(), rejected.field());
        }
    }
}
