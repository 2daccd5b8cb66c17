package io.transcripthub.api;

import io.transcripthub.ledger.Doorbell;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.JobState;
import io.transcripthub.ledger.Ledger;
import io.transcripthub.ledger.Ledger.NotRetried;
import io.transcripthub.ledger.LedgerView;
import io.transcripthub.ledger.LedgerView.Filter;
import io.transcripthub.ledger.LedgerView.JobStatus;
import io.transcripthub.ledger.Notices;
import io.transcripthub.ledger.Pace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The operations of the HTTP API on jobs, by their OpenAPI operation ids. */
public final class JobsApi {
    private final Ledger ledger;
    private final Notices notices;
    private final LedgerView view;
    private final Doorbell doorbell;
    private final Function<String, Pace> paces;

    /** @param paces polling of an account by its name */
    public JobsApi(Ledger ledger, Notices notices, Doorbell doorbell, Function<String, Pace> paces) {
        this.ledger = ledger;
        this.notices = notices;
        this.view = ledger.view();
        this.doorbell = doorbell;
        this.paces = paces;
    }

    public Answer getJob(String jobId) {
        return shown(200, jobId);
    }

    /** Newest first. {@code after} is the cursor that the page before named as {@code next}. */
    public Answer listJobs(String state, String account, String limit, String after) {
        return Answer.unlessRejected(() -> {
            int rows = Parameters.limit(limit);
            JobState wanted = Parameters.oneOf("state", state, JobState.class);
            String of = Parameters.isAbsent(account) ? null : account;
            List<JobStatus> jobs = view.jobs(new Filter(wanted, of, Parameters.after(after), rows));
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("jobs", jobs.stream().map(JobJson::of).toList());
            page.put("next", jobs.size() < rows ? null : cursor(jobs.get(rows - 1)));
            return Answer.ok(page);
        });
    }

    private static String cursor(JobStatus last) {
        return Long.toString(last.job().seq());
    }

    public Answer retryJob(String jobId) {
        Job job = view.job(jobId).map(JobStatus::job).orElse(null);
        NotRetried refused = job == null ? NotRetried.UNKNOWN : ledger.retry(jobId, paces.apply(job.account()));
        if (refused == NotRetried.NOTHING_TO_RETRY) {
            return Answer.error(
                    409,
                    "nothing to retry: expected a job that is FAILED, DEAD or has a dead letter, found " + job.state(),
                    null);
        }
        if (refused == NotRetried.TEXT_DELETED) {
            return Answer.error(
                    409, "nothing to retry: the text of a chat is deleted when it ends; hand the chat in again", null);
        }
        doorbell.ring();
        return shown(202, jobId);
    }

    /** Takes {@code {"sink","from"?,"to"?}}, times by ISO 8601. */
    public Answer redeliver(String body) {
        return Answer.unlessRejected(() -> {
            RedeliveryRequest request = RedeliveryRequest.read(body);
            int transcripts = ledger.redeliver(request.sink(), request.from(), request.to());
            int others = notices.redeliver(request.sink(), request.from(), request.to());
            doorbell.ring();
            return new Answer(202, Map.of("redelivered", transcripts, "notices", others));
        });
    }

    public Answer summarizeJobs() {
        Map<String, Long> states = new TreeMap<>();
        Map<String, Map<String, Long>> deliveries = new TreeMap<>();
        for (LedgerView.Count count : view.counts()) {
            Map<String, Long> counted =
                    count.sink() == null ? states : deliveries.computeIfAbsent(count.sink(), sink -> new TreeMap<>());
            counted.merge(count.state(), count.rows(), Long::sum);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("states", states);
        json.put("deliveries", deliveries);
        return Answer.ok(json);
    }

    Answer shown(int status, String jobId) {
        return view.job(jobId)
                .map(job -> new Answer(status, JobJson.of(job)))
                .orElseGet(() -> Answer.error(404, "no job '" + jobId + "'", null));
    }
}
