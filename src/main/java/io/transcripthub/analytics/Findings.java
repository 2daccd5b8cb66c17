package io.transcripthub.analytics;

import io.transcripthub.outcomes.OutcomeStatistics;
import io.transcripthub.outcomes.OutcomeStatistics.Scored;
import io.transcripthub.sentiment.SentimentLabel;
import io.transcripthub.topics.Corpus;
import io.transcripthub.topics.Topics;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run's interactions have in common: all that charts and report need, of any number of them. */
final class Findings {
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 400;

    /** An interaction that shows what a score means. */
    record Example(String id, String account, double score, String outcome, String text) {}

    private final ZoneId zone;
    private final Grain grain;
    private final Corpus corpus = new Corpus();
    private final Map<SentimentLabel, Integer> labels = new EnumMap<>(SentimentLabel.class);
    private final List<Scored> scored = new ArrayList<>();
    private final SortedMap<Instant, Moments> overTime = new TreeMap<>();
    private final Map<String, Integer> redactions = new TreeMap<>();
    private final Map<String, Moments> speakers = new TreeMap<>();
    private final Moments[] quarters = {new Moments(), new Moments(), new Moments(), new Moments()};
    private final List<Gap> gaps = new ArrayList<>();
    private final PriorityQueue<Example> best = new PriorityQueue<>(Comparator.comparingDouble(Example::score));
    private final PriorityQueue<Example> worst =
            new PriorityQueue<>(Comparator.comparingDouble(Example::score).reversed());
    private int conversations;
    private Topics topics;
    private OutcomeStatistics outcomes;

    private Findings(Period period, ZoneId zone) {
        this.zone = zone;
        this.grain = Grain.of(period);
        for (SentimentLabel label : SentimentLabel.values()) {
            labels.put(label, 0);
        }
    }

    /** @param clusters how many topics to look for */
    static Findings of(Interactions interactions, Period period, ZoneId zone, int clusters, Timings timings)
            throws IOException {
        Findings findings = new Findings(period, zone);
        interactions.forEach(some -> {
            some.forEach(findings::note);
            long begin = System.nanoTime();
            some.stream().filter(Interaction::hasTranscript).forEach(each -> findings.corpus.add(each.text()));
            timings.since("topics", begin);
        });
        long begin = System.nanoTime();
        findings.topics = Topics.of(findings.corpus, clusters);
        timings.since("topics", begin);
        findings.outcomes = OutcomeStatistics.of(findings.scored);
        return findings;
    }

    private void note(Interaction interaction) {
        conversations++;
        if (!interaction.hasTranscript()) {
            gaps.add(Gap.of(interaction));
            return;
        }
        double score = interaction.sentiment().score();
        labels.merge(interaction.sentiment().label(), 1, Integer::sum);
        scored.add(new Scored(interaction.outcome(), score));
        interaction.redactions().forEach((type, count) -> redactions.merge(type, count, Integer::sum));
        interaction.sentiment().bySpeaker().forEach((speaker, mean) -> speakers.computeIfAbsent(
                        speaker, first -> new Moments())
                .add(mean));
        for (int i = 0; i < quarters.length; i++) {
            Double quarter = interaction.sentiment().quarters().get(i);
            if (quarter != null) {
                quarters[i].add(quarter);
            }
        }
        noteTime(interaction.row().listed().start(), score);
        noteExample(interaction, score);
    }

    private void noteTime(Instant start, double score) {
        if (start != null) {
            overTime.computeIfAbsent(grain.begin(start, zone), first -> new Moments())
                    .add(score);
        }
    }

    private void noteExample(Interaction interaction, double score) {
        SentimentLabel label = SentimentLabel.of(score);
        PriorityQueue<Example> examples = label == SentimentLabel.POSITIVE ? best : worst;
        boolean tops = examples.size() < EXAMPLES
                || Math.abs(score) > Math.abs(examples.peek().score());
        if (label == SentimentLabel.NEUTRAL || !tops) {
            return;
        }
        String text = interaction.text();
        Example example = new Example(
                interaction.id(),
                interaction.row().account(),
                score,
                interaction.outcome(),
                text.length() > LONGEST_EXAMPLE ? text.substring(0, LONGEST_EXAMPLE) + "…" : text);
        examples.add(example);
        if (examples.size() > EXAMPLES) {
            examples.remove();
        }
    }

    int conversations() {
        return conversations;
    }

    int transcripts() {
        return scored.size();
    }

    Map<SentimentLabel, Integer> labels() {
        return labels;
    }

    /** Each score with its outcome, in the order of the transcripts. */
    List<Scored> scored() {
        return scored;
    }

    /** The means by the grain, from the beginnings of its stretches. */
    SortedMap<Instant, Moments> overTime() {
        return overTime;
    }

    Grain grain() {
        return grain;
    }

    ZoneId zone() {
        return zone;
    }

    Topics topics() {
        return topics;
    }

    /** How many transcripts have a topic, and their sentiment. */
    Moments topic(int id) {
        Moments moments = new Moments();
        for (int i = 0; i < scored.size(); i++) {
            if (topics.assignments().get(i) == id) {
                moments.add(scored.get(i).score());
            }
        }
        return moments;
    }

    OutcomeStatistics outcomes() {
        return outcomes;
    }

    Map<String, Integer> redactions() {
        return redactions;
    }

    Map<String, Moments> speakers() {
        return speakers;
    }

    List<Moments> quarters() {
        return List.of(quarters);
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** The most positive interactions, the best first. */
    List<Example> best() {
        return best.stream()
                .sorted(Comparator.comparingDouble(Example::score).reversed())
                .toList();
    }

    /** The most negative interactions, the worst first. */
    List<Example> worst() {
        return worst.stream().sorted(Comparator.comparingDouble(Example::score)).toList();
    }
}
