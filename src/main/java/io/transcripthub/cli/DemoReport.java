package io.transcripthub.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a demo has come to.
 *
 * @param took from the first request to the last state
 * @param states jobs by state
 * @param deliveries by sink, then by the delivery's state
 * @param redactions entities by type
 * @param wordErrorRates of the transcripts with a reference, 0 to 1 and seldom above
 * @param latencies of each transcript
 * @param hit null when the search found nothing
 * @param undelivered jobs that are not delivered, in the order in which they were handed in
 * @param unexpected how many jobs are not in the state that was to be expected
 * @param auditIntact whether the chain was there and without a break
 */
record DemoReport(
        int recordings,
        int languages,
        Duration took,
        Map<String, Long> states,
        Map<String, Map<String, Long>> deliveries,
        Map<String, Long> redactions,
        List<Double> wordErrorRates,
        List<Latency> latencies,
        Hit hit,
        List<Undelivered> undelivered,
        int unexpected,
        long auditLines,
        boolean auditIntact,
        Path folder,
        Path auditFile,
        URI api) {

    /** Seconds until the vendor accepted it, until the vendor had its result, until it was redacted and scored. */
    record Latency(double queue, double vendor, double processing) {}

    /**
     * The best of the transcripts that a search found.
     *
     * @param utterances around a redacted place, {@code speaker: text} each
     */
    record Hit(String query, long total, String recordingId, String jobId, List<String> utterances) {}

    /** @param reason in the vendor's words, null when there is none */
    record Undelivered(String recordingId, String jobId, String state, String reason) {}

    boolean asExpected() {
        return unexpected == 0 && auditIntact && hit != null;
    }
}
