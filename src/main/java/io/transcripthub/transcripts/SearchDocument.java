package io.transcripthub.transcripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.Transcribed;
import io.transcripthub.ledger.Transcribed.Latency;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the search document of a finished transcript. */
public final class SearchDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstantSource clock;

    public SearchDocument(InstantSource clock) {
        this.clock = clock;
    }

    /** The document's id: the same transcript always has the same. */
    public static String id(Job job) {
        return job.account() + "-" + job.vendorId();
    }

    /**
     * @param transcript redacted and scored
     * @param answeredAt when the vendor's answer came in
     */
    public Transcribed of(Job job, Transcript transcript, Instant answeredAt) {
        if (transcript.redactions() == null) {
            throw new IllegalStateException("expected a redacted transcript, found one that is not");
        }
        Instant now = clock.instant();
        Latency latency = latency(job, answeredAt, now);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("jobId", job.jobId());
        document.put("transcriptionId", job.vendorId());
        document.put(job.recording().idName(), job.externalId());
        document.put("account", job.account());
        document.put("language", transcript.language());
        document.put("engine", job.recording().engine());
        document.put("text", transcript.text());
        document.put(
                "utterances",
                transcript.utterances().stream().map(SearchDocument::utterance).toList());
        document.put("metrics", metrics(transcript, latency));
        document.put("redactions", transcript.redactions());
        document.put("redacted_spans", transcript.redactedSpans());
        document.put("indexed_at", now.toString());
        document.values().removeIf(value -> value == null);
        return new Transcribed(
                json(document),
                transcript.quality().averageConfidence(),
                transcript.quality().wordErrorRate(),
                latency,
                transcript.redactions());
    }

    private static Map<String, Object> utterance(Utterance utterance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("speaker", utterance.speaker());
        json.put("text", utterance.text());
        json.put("start", utterance.start());
        json.put("end", utterance.end());
        json.put("start_epoch", utterance.startEpoch());
        json.put("end_epoch", utterance.endEpoch());
        json.put("confidence", utterance.confidence());
        json.values().removeIf(value -> value == null);
        return json;
    }

    private static Map<String, Object> metrics(Transcript transcript, Latency latency) {
        Quality quality = transcript.quality();
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("average_confidence", quality.averageConfidence());
        metrics.put("word_error_rate", quality.wordErrorRate());
        metrics.put("latency_seconds", seconds(latency));
        metrics.put("utterance_count", transcript.utterances().size());
        return metrics;
    }

    private static Map<String, Object> seconds(Latency latency) {
        Map<String, Object> seconds = new LinkedHashMap<>();
        seconds.put("total", latency.total());
        seconds.put("queue", latency.queue());
        seconds.put("vendor", latency.vendor());
        seconds.put("processing", latency.processing());
        return seconds;
    }

    private static Latency latency(Job job, Instant answeredAt, Instant now) {
        Instant queued = job.progress().queuedAt();
        Instant accepted = job.progress().acceptedAt();
        return new Latency(seconds(queued, accepted), seconds(accepted, answeredAt), seconds(answeredAt, now));
    }

    private static double seconds(Instant from, Instant to) {
        long millis = Math.max(0, Duration.between(from, to).toMillis());
        return BigDecimal.valueOf(millis, 3).doubleValue();
    }

    private static String json(Map<String, Object> document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document that is not to be written as JSON", impossible);
        }
    }
}
