package io.transcripthub.api;

import io.transcripthub.ledger.DeliveryState;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.LedgerView.DeliveryStatus;
import io.transcripthub.ledger.LedgerView.JobStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A job as the HTTP API shows it. */
final class JobJson {
    private JobJson() {}

    static Map<String, Object> of(JobStatus status) {
        Job job = status.job();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("jobId", job.jobId());
        json.put("account", job.account());
        json.put("kind", job.kind());
        json.put("externalId", job.externalId());
        json.put("vendorId", job.vendorId());
        json.put("state", job.state().name());
        json.put("reason", job.reason() == null ? waiting(status) : job.reason());
        json.put("attempts", job.progress().attempts());
        json.put("nextAttemptAt", text(nextAttempt(status)));
        json.put("createdAt", text(job.createdAt()));
        json.put("updatedAt", text(job.updatedAt()));
        if (job.isChat()) {
            json.put("latencySeconds", job.latencySeconds());
        }
        Map<String, Object> deliveries = new LinkedHashMap<>();
        status.deliveries()
                .forEach((sink, delivery) ->
                        deliveries.put(sink, delivery.state().name()));
        json.put("deliveries", deliveries);
        return json;
    }

    /** Why deliveries are not through yet; null when none has failed. */
    private static String waiting(JobStatus status) {
        List<String> failed = status.deliveries().entrySet().stream()
                .filter(delivery -> delivery.getValue().reason() != null)
                .map(delivery -> "delivery to " + delivery.getKey() + " failed "
                        + delivery.getValue().attempts() + " times: "
                        + delivery.getValue().reason())
                .toList();
        return failed.isEmpty() ? null : String.join("; ", failed);
    }

    /** Of the job, else the earliest of its deliveries; null while a node is at it. */
    private static Instant nextAttempt(JobStatus status) {
        if (status.job().progress().dueAt() != null) {
            return status.job().leased() ? null : status.job().progress().dueAt();
        }
        return status.deliveries().values().stream()
                .filter(delivery -> delivery.state() == DeliveryState.PENDING && delivery.dueAt() != null)
                .map(DeliveryStatus::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
