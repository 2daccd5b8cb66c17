package io.transcripthub.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** The audit log's entries about jobs and events. They hold no personal data. */
final class AuditEntries {
    /** Said of text that went through redaction, and of nothing else. */
    private static final String REDACTED = "REDACTED";

    private AuditEntries() {}

    static Map<String, Object> submitted(Job job, String actor, Instant now) {
        return entry("TRANSCRIPTION_SUBMITTED", job, actor, now);
    }

    static Map<String, Object> completed(Job job, Transcribed transcribed, String actor, Instant now) {
        Map<String, Object> entry = entry("TRANSCRIPTION_COMPLETED", job, actor, now);
        entry.put("latencySeconds", transcribed.latency().total());
        entry.put("averageConfidence", transcribed.averageConfidence());
        entry.put("redactedEntities", transcribed.redactions());
        entry.put("dataClassification", REDACTED);
        return entry;
    }

    static Map<String, Object> injected(Job job, String actor, Instant now) {
        Map<String, Object> entry = entry("CHAT_INJECTED", job, actor, now);
        entry.put("latencySeconds", job.latencySeconds());
        return entry;
    }

    static Map<String, Object> failed(Job job, String actor, Instant now) {
        Map<String, Object> entry = entry(job.isChat() ? "CHAT_FAILED" : "TRANSCRIPTION_FAILED", job, actor, now);
        entry.put("status", job.state().name());
        entry.put("reason", job.reason());
        return entry;
    }

    static Map<String, Object> retried(Job job, Instant now) {
        return entry(job.isChat() ? "CHAT_RETRIED" : "TRANSCRIPTION_RETRIED", job, "operator", now);
    }

    static Map<String, Object> retried(Notice notice, Instant now) {
        Map<String, Object> entry = entry("NOTICE_RETRIED", "operator", now);
        entry.put("account", notice.account());
        entry.put("eventId", notice.eventId());
        entry.put("eventType", notice.type());
        entry.put("sink", notice.sink());
        return entry;
    }

    /** @param sinks whether each of the job's sinks has it, by name */
    static Map<String, Object> settled(Job job, Map<String, Boolean> sinks, String actor, Instant now) {
        Map<String, Object> entry = entry("DELIVERY_SETTLED", job, actor, now);
        entry.put("searchSyncSuccess", sinks.get("search"));
        entry.put("webhookSyncSuccess", sinks.get("webhook"));
        if (job.isChat()) {
            entry.put("archiveUrlSyncSuccess", sinks.get("archive-url"));
            entry.put("archiveDirSyncSuccess", sinks.get("archive-dir"));
        }
        return entry;
    }

    static Map<String, Object> redelivered(Redelivery.Wish wish, int transcripts, Instant now) {
        Map<String, Object> entry = entry("REDELIVERY_REQUESTED", "operator", now);
        entry.put("sink", wish.sink());
        entry.put("from", wish.from() == null ? null : wish.from().toString());
        entry.put("to", wish.to() == null ? null : wish.to().toString());
        entry.put("transcripts", transcripts);
        return entry;
    }

    /** @param change as a sink is told of it */
    static Map<String, Object> engineChanged(Map<String, Object> change, Instant now) {
        Map<String, Object> entry = entry("ENGINE_CHANGED", "operator", now);
        entry.putAll(change);
        return entry;
    }

    static Map<String, Object> eventKept(VendorEvent event, String actor, Instant now) {
        return entry("EVENT_KEPT", event, actor, now);
    }

    static Map<String, Object> eventUnmatched(VendorEvent event, String actor, Instant now) {
        return entry("EVENT_UNMATCHED", event, actor, now);
    }

    private static Map<String, Object> entry(String action, VendorEvent event, String actor, Instant now) {
        Map<String, Object> entry = entry(action, actor, now);
        entry.put("account", event.account());
        entry.put("eventId", event.id());
        entry.put("eventType", event.type());
        entry.put("transcriptionId", event.transcriptionId());
        return entry;
    }

    private static Map<String, Object> entry(String action, String actor, Instant now) {
        Map<String, Object> entry = new TreeMap<>();
        entry.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        entry.put("actor", actor);
        entry.put("action", action);
        return entry;
    }

    private static Map<String, Object> entry(String action, Job job, String actor, Instant now) {
        Map<String, Object> entry = entry(action, actor, now);
        entry.put("account", job.account());
        entry.put("jobId", job.jobId());
        entry.put(job.recording().idName(), job.externalId());
        entry.put(job.recording().vendorIdName(), job.vendorId());
        return job.isChat() ? withParts(entry, job) : withLanguage(entry, job);
    }

    private static Map<String, Object> withParts(Map<String, Object> entry, Job job) {
        entry.put("messages", job.option("messages"));
        entry.put("part", job.option("part"));
        entry.put("parts", job.option("parts"));
        return entry;
    }

    private static Map<String, Object> withLanguage(Map<String, Object> entry, Job job) {
        entry.put("languageCode", job.language());
        entry.put("profanityMasking", job.recording().masksProfanity());
        entry.put("speakerDiarization", job.recording().tellsSpeakers());
        return entry;
    }
}
