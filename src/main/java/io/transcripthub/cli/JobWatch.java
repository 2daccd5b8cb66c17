package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Waits until jobs have ended. Asks seldom and little: a look stops at the first of them that has not ended, and the pause
 * after it is ten times as long as it took.
 */
final class JobWatch {
    /** In the order in which a job passes through them, so that none slips through between two questions. */
    private static final List<String> UNFINISHED = List.of("QUEUED", "SUBMITTED", "COMPLETED");

    private static final long SHORTEST_PAUSE = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();
    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();

    private final JobsAccess hub;
    private final JobIds jobs;

    JobWatch(JobsAccess hub, JobIds jobs) {
        this.hub = hub;
        this.jobs = jobs;
    }

    /**
     * @param progress hears how many have ended at least, as far as that can be told without looking at each
     * @throws CommandFailed when the hub has not answered for a minute
     */
    void await(Progress progress) throws InterruptedException {
        long answered = System.nanoTime();
        boolean ended = false;
        while (!ended) {
            long begin = System.nanoTime();
            try {
                progress.at(jobs.size() - Math.min(jobs.size(), unfinished(hub.summary())));
                ended = UNFINISHED.stream().noneMatch(this::hasUnfinished);
                answered = System.nanoTime();
            } catch (CommandFailed away) {
                if (System.nanoTime() - answered > PATIENCE) {
                    throw away;
                }
            }
            if (!ended) {
                pause(System.nanoTime() - begin);
            }
        }
        progress.at(jobs.size());
    }

    private static void pause(long tookNanos) throws InterruptedException {
        long nanos = Math.max(SHORTEST_PAUSE, Math.min(LONGEST_PAUSE, 10 * tookNanos));
        Thread.sleep(Duration.ofNanos(nanos).toMillis());
    }

    private static long unfinished(JsonNode summary) {
        Map<String, Long> states = JobCounts.states(summary);
        return UNFINISHED.stream()
                .mapToLong(state -> states.getOrDefault(state, 0L))
                .sum();
    }

    private boolean hasUnfinished(String state) {
        return count(state, job -> !isStuck(job), 1) > 0;
    }

    /** A job with a dead letter stays COMPLETED until somebody sends it again. */
    private static boolean isStuck(JsonNode job) {
        boolean pending = job.path("deliveries").properties().stream()
                .anyMatch(sink -> sink.getValue().asText().equals("PENDING"));
        return DeadLetters.has(job) && !pending;
    }

    /** How many of the jobs have ended in a state. */
    long ended(String state) {
        return count(state, job -> true, Long.MAX_VALUE);
    }

    private long count(String state, Predicate<JsonNode> counts, long enough) {
        long counted = 0;
        String after = null;
        do {
            JsonNode page = hub.list(state, null, after);
            for (JsonNode job : page.path("jobs")) {
                counted += jobs.contains(job.path("jobId").asText()) && counts.test(job) ? 1 : 0;
            }
            after = page.path("next").asText(null);
        } while (after != null && counted < enough);
        return counted;
    }
}
