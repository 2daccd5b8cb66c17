package io.transcripthub.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.audit.AuditVerification;
import io.transcripthub.cli.DemoReport.Hit;
import io.transcripthub.cli.DemoReport.Latency;
import io.transcripthub.cli.DemoReport.Undelivered;
import io.transcripthub.sandbox.Fault;
import io.transcripthub.sandbox.SandboxStats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Gathers what a demo has come to: over the API where it tells, and from the audit files. */
final class DemoFindings {
    /** A word of the first recording's call, which reads out a card number. */
    private static final String QUERY = "wallet";

    private static final int SEARCH_TRIES = 50;

    private final RunningHub hub;
    private final List<DemoSubmission> submissions;
    private final Map<String, Long> redactions = new TreeMap<>();
    private final List<Double> wordErrorRates = new ArrayList<>();
    private final List<Latency> latencies = new ArrayList<>();

    DemoFindings(RunningHub hub, List<DemoSubmission> submissions) {
        this.hub = hub;
        this.submissions = submissions;
    }

    DemoReport report(
            JsonNode summary, DemoReport.Engine engine, SandboxStats vendors, Duration took, Path folder, URI api)
            throws InterruptedException {
        Map<String, JsonNode> jobs = jobs();
        List<JsonNode> chats =
                jobs.values().stream().filter(DemoFindings::isChat).toList();
        jobs.values().removeIf(DemoFindings::isChat);
        jobs.values().stream()
                .filter(job -> state(job).equals("COMPLETED") || state(job).equals("DELIVERED"))
                .forEach(job -> read(hub.transcript(job.path("jobId").asText())));
        Path audit = folder.resolve("audit");
        AuditVerification verification = verify(audit);
        return new DemoReport(
                (int) submissions.stream()
                        .filter(submission -> submission.account().equals(DemoSubmission.CXONE))
                        .count(),
                (int) submissions.stream()
                        .map(DemoSubmission::languageCode)
                        .distinct()
                        .count(),
                took,
                states(jobs.values()),
                events(vendors),
                JobCounts.deliveries(summary),
                redactions,
                wordErrorRates,
                latencies,
                search(),
                chats(chats, folder.resolve(DemoSettings.ARCHIVE)),
                engine,
                undelivered(jobs),
                unexpected(jobs),
                verification.chains().stream()
                        .mapToLong(AuditVerification.Chain::lines)
                        .sum(),
                verification.intact() && !verification.chains().isEmpty(),
                folder,
                file(audit),
                api);
    }

    /** By the id of recording or medium. */
    private Map<String, JsonNode> jobs() {
        Map<String, JsonNode> jobs = new HashMap<>();
        String after = null;
        do {
            JsonNode page = hub.list(null, null, after);
            page.path("jobs").forEach(job -> jobs.put(job.path("externalId").asText(), job));
            after = page.hasNonNull("next") ? page.get("next").asText() : null;
        } while (after != null);
        return jobs;
    }

    private static Map<String, Map<String, Long>> states(Collection<JsonNode> jobs) {
        return jobs.stream()
                .collect(groupingBy(
                        job -> job.path("account").asText(),
                        TreeMap::new,
                        groupingBy(DemoFindings::state, counting())));
    }

    private static boolean isChat(JsonNode job) {
        return job.path("kind").asText().equals("chat");
    }

    private static DemoReport.Chats chats(List<JsonNode> chats, Path archive) {
        List<Double> seconds = chats.stream()
                .filter(chat -> state(chat).equals("DELIVERED"))
                .map(chat -> chat.path("latencySeconds").asDouble())
                .sorted()
                .toList();
        double median = seconds.isEmpty() ? 0 : seconds.get((seconds.size() - 1) / 2);
        return new DemoReport.Chats(chats.size(), seconds.size(), names(archive).size(), median);
    }

    private static DemoReport.Events events(SandboxStats vendors) {
        SandboxStats.Events events = vendors.events();
        return new DemoReport.Events(
                events.sent(),
                vendors.faults("event", Fault.EARLY),
                vendors.faults("event", Fault.LATE),
                events.doubled(),
                events.lost(),
                events.forged(),
                answers(events.answered(), status -> status == 400 || status == 401)
                        + answers(events.answeredForged(), status -> status != 401));
    }

    private static long answers(Map<Integer, Long> answers, IntPredicate with) {
        return answers.entrySet().stream()
                .filter(answer -> with.test(answer.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static String state(JsonNode job) {
        return job == null ? "absent" : job.path("state").asText();
    }

    private void read(JsonNode transcript) {
        transcript
                .path("redactions")
                .properties()
                .forEach(type -> redactions.merge(type.getKey(), type.getValue().asLong(), Long::sum));
        JsonNode metrics = transcript.path("metrics");
        if (metrics.hasNonNull("word_error_rate")) {
            wordErrorRates.add(metrics.get("word_error_rate").asDouble());
        }
        JsonNode seconds = metrics.path("latency_seconds");
        latencies.add(new Latency(
                seconds.path("queue").asDouble(),
                seconds.path("vendor").asDouble(),
                seconds.path("processing").asDouble()));
    }

    /** A document can be found about a second after it was delivered. */
    private Hit search() throws InterruptedException {
        for (int tries = 0; tries < SEARCH_TRIES; tries++) {
            JsonNode found = hub.search(QUERY);
            if (!found.path("hits").isEmpty()) {
                return hit(found);
            }
            Thread.sleep(100);
        }
        return null;
    }

    private static Hit hit(JsonNode found) {
        JsonNode best = found.path("hits").get(0);
        JsonNode transcript = best.path("transcript");
        return new Hit(
                QUERY,
                found.path("total").asLong(),
                transcript.path("recordingId").asText(transcript.path("mediaId").asText()),
                best.path("jobId").asText(),
                around(transcript.path("utterances")));
    }

    /** The first utterance in which a card number was redacted, with the question before it. */
    private static List<String> around(JsonNode utterances) {
        int at = 0;
        while (at < utterances.size()
                && !utterances.get(at).path("text").asText().contains("[REDACTED_CREDIT_CARD]")) {
            at++;
        }
        List<String> snippet = new ArrayList<>();
        for (int i = Math.max(0, at - 1); i < Math.min(utterances.size(), at + 1); i++) {
            JsonNode utterance = utterances.get(i);
            snippet.add(utterance.path("speaker").asText("unknown") + ": "
                    + utterance.path("text").asText());
        }
        return snippet;
    }

    private List<Undelivered> undelivered(Map<String, JsonNode> jobs) {
        return submissions.stream()
                .filter(submission -> !state(jobs.get(submission.externalId())).equals("DELIVERED"))
                .filter(submission -> jobs.containsKey(submission.externalId()))
                .map(submission -> jobs.get(submission.externalId()))
                .map(job -> new Undelivered(
                        job.path("externalId").asText(),
                        job.path("jobId").asText(),
                        state(job),
                        job.path("reason").asText(null)))
                .toList();
    }

    private int unexpected(Map<String, JsonNode> jobs) {
        return (int) submissions.stream()
                .filter(submission -> !state(jobs.get(submission.externalId())).equals(submission.expected()))
                .count();
    }

    private static AuditVerification verify(Path audit) {
        try {
            return AuditVerification.verify(audit);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the audit directory " + audit, unreadable);
        }
    }

    private static Path file(Path audit) {
        return names(audit).stream()
                .filter(file -> file.toString().endsWith(".jsonl"))
                .max(Path::compareTo)
                .orElse(audit);
    }

    /** Files of a folder; none when it is not there. */
    private static List<Path> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the folder " + folder, unreadable);
        }
    }
}
