package io.transcripthub.api;

import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.LedgerView.JobStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
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
        json.put("reason", job.reason());
        json.put("attempts", job.progress().attempts());
        json.put("nextAttemptAt", job.leased() ? null : text(job.progress().dueAt()));
        json.put("createdAt", text(job.createdAt()));
        json.put("updatedAt", text(job.updatedAt()));
        Map<String, Object> deliveries = new LinkedHashMap<>();
        status.deliveries().forEach((sink, delivery) -> deliveries.put(sink, delivery.state().name()));
        json.put("deliveries", deliveries);
        return json;
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
