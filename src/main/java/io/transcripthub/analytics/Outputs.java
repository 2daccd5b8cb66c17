package io.transcripthub.analytics;

import io.transcripthub.topics.Topic;
import io.transcripthub.topics.Topics;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The files of a run. They take the places of an earlier run's when all are written. */
public final class Outputs {
    /** Names of the files, in the order in which they are written. */
    public static final List<String> NAMES = List.of(
            "interactions.csv",
            "sentiment_distribution.png",
            "outcome_vs_sentiment.png",
            "topic_clusters.png",
            "sentiment_over_time.png",
            "report.html",
            "summary.json");

    private final Path folder;
    private final Path unfinished;

    Outputs(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.unfinished = Files.createTempDirectory(folder, ".unfinished-");
    }

    void table(Interactions interactions, Findings findings, Indexing indexing, Watch watch) throws IOException {
        Topics topics = findings.topics();
        int[] place = new int[2];
        try (InteractionsCsv csv = new InteractionsCsv(unfinished.resolve("interactions.csv"))) {
            interactions.forEach(some -> {
                List<String> labels = new ArrayList<>();
                for (Interaction each : some) {
                    int topic = each.hasTranscript() ? topics.assignments().get(place[0]++) : Topics.NONE;
                    Topic found = topic == Topics.NONE ? null : topics.topics().get(topic);
                    csv.write(each, found == null ? null : topic, found == null ? null : found.label());
                    labels.add(found == null ? null : found.label());
                }
                index(indexing, some, labels);
                place[1] += some.size();
                watch.at("report", place[1], interactions.count());
            });
        }
    }

    private static void index(Indexing indexing, List<Interaction> some, List<String> labels) throws IOException {
        try {
            indexing.put(some, labels);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    void charts(Findings findings, Timings timings) throws IOException {
        long begin = System.nanoTime();
        Charts.write(findings, unfinished);
        timings.since("charts", begin);
    }

    void report(Findings findings, Facts facts, Timings timings) throws IOException {
        HtmlReport.write(findings, facts, unfinished, unfinished.resolve("report.html"));
        new SummaryJson(findings, facts).write(unfinished.resolve("summary.json"), timings);
        for (String name : NAMES) {
            Files.move(unfinished.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(unfinished);
    }

    /** Why files could not be written, in words without their names. */
    public static String reason(IOException failed) {
        return failed instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : failed.getClass().getSimpleName();
    }

    /** Takes away what was begun and not finished. */
    void discard() throws IOException {
        for (String name : NAMES) {
            Files.deleteIfExists(unfinished.resolve(name));
        }
        Files.deleteIfExists(unfinished);
    }
}
