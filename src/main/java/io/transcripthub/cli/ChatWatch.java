package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Waits until chats are confirmed or have ended otherwise. */
final class ChatWatch {
    private static final Set<String> CONFIRMED = Set.of("COMPLETED", "DELIVERED");
    private static final long PAUSE_MILLIS = 200;
    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();
    private static final long DELIVERIES = Duration.ofSeconds(10).toNanos();

    private final RunningHub hub;
    private final Collection<String> jobIds;
    private final List<JsonNode> ended = new ArrayList<>();

    ChatWatch(RunningHub hub, Collection<String> jobIds) {
        this.hub = hub;
        this.jobIds = jobIds;
    }

    /** @throws CommandFailed when the hub has not answered for a minute */
    void await(Progress progress) throws InterruptedException {
        Deque<String> waiting = new ArrayDeque<>(jobIds);
        long answered = System.nanoTime();
        while (!waiting.isEmpty()) {
            try {
                JsonNode job = hub.job(waiting.peek());
                answered = System.nanoTime();
                if (isWaiting(job)) {
                    Thread.sleep(PAUSE_MILLIS);
                } else {
                    ended.add(job);
                    waiting.remove();
                    progress.at(ended.size());
                }
            } catch (CommandFailed away) {
                if (System.nanoTime() - answered > PATIENCE) {
                    throw away;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean isWaiting(JsonNode job) {
        return state(job).equals("QUEUED") || state(job).equals("SUBMITTED");
    }

    /** Gives the sinks a moment; what they have not taken then is in the ledger for the next hub. */
    void awaitDeliveries() throws InterruptedException {
        long begin = System.nanoTime();
        for (String jobId : jobIds) {
            while (state(hub.job(jobId)).equals("COMPLETED") && System.nanoTime() - begin < DELIVERIES) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Those that ended without being confirmed, as the API shows them. */
    List<JsonNode> refused() {
        return ended.stream().filter(job -> !CONFIRMED.contains(state(job))).toList();
    }

    /** Success rate and latency in words; the latency is that from the handing in to the vendor's confirmation. */
    List<String> summary() {
        if (ended.isEmpty()) {
            return List.of("nothing to inject");
        }
        int injected = ended.size() - refused().size();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "injected %d of %d, failed %d, dead %d: success rate %.1f %%",
                injected,
                ended.size(),
                count("FAILED"),
                count("DEAD"),
                100.0 * injected / ended.size()));
        List<Double> seconds = ended.stream()
                .filter(job -> CONFIRMED.contains(state(job)))
                .map(job -> job.path("latencySeconds").asDouble())
                .sorted()
                .toList();
        if (!seconds.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "latency: median %.3f s, p95 %.3f s, longest %.3f s",
                    quantile(seconds, 0.5),
                    quantile(seconds, 0.95),
                    quantile(seconds, 1)));
        }
        return lines;
    }

    private long count(String state) {
        return ended.stream().filter(job -> state(job).equals(state)).count();
    }

    /** By nearest rank. */
    private static double quantile(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private static String state(JsonNode job) {
        return job.path("state").asText();
    }
}
