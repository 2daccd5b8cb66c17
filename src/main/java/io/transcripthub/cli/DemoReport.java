package io.transcripthub.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a demo has come to.
 *
 * @param recordings how many were handed in, and as many media
 * @param took from the first request to the last state
 * @param states jobs by account, then by state
 * @param events what the vendor told of itself
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
        Map<String, Map<String, Long>> states,
        Events events,
        Map<String, Map<String, Long>> deliveries,
        Map<String, Long> redactions,
        List<Double> wordErrorRates,
        List<Latency> latencies,
        Hit hit,
        Chats chats,
        Engine engine,
        List<Undelivered> undelivered,
        int unexpected,
        long auditLines,
        boolean auditIntact,
        Path folder,
        Path auditFile,
        URI api) {

    /**
     * @param sent each once, however often it was repeated
     * @param early of these, sent before the transcription had ended
     * @param late of these, sent long after
     * @param doubled of these, sent twice
     * @param lost never sent
     * @param forged sent by somebody who does not know the secret
     * @param misjudged answers that refused a good one or took a forged one
     */
    record Events(long sent, long early, long late, long doubled, long lost, long forged, long misjudged) {}

    /** Seconds until the vendor accepted it, until the vendor had its result, until it was redacted and scored. */
    record Latency(double queue, double vendor, double processing) {}

    /**
     * The best of the transcripts that a search found.
     *
     * @param utterances around a redacted place, {@code speaker: text} each
     */
    record Hit(String query, long total, String externalId, String jobId, List<String> utterances) {}

    /**
     * @param name with its version
     * @param changes that the plan showed at first
     * @param applied whether the apply went well, and a second plan showed none
     */
    record Engine(String name, int changes, boolean applied) {}

    /**
     * @param handedIn how many chats
     * @param injected how many of them the vendor has
     * @param archived how many of them the archive was told of
     * @param seconds until it had them, in the median
     */
    record Chats(int handedIn, int injected, int archived, double seconds) {}

    /** @param reason in the vendor's words, null when there is none */
    record Undelivered(String externalId, String jobId, String state, String reason) {}

    boolean asExpected() {
        return unexpected == 0
                && events.misjudged() == 0
                && auditIntact
                && hit != null
                && chats.injected() == chats.handedIn()
                && chats.archived() == chats.handedIn()
                && engine.applied();
    }
}
