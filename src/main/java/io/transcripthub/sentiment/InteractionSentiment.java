package io.transcripthub.sentiment;

import io.transcripthub.transcripts.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Sentiment of a whole interaction, from its utterances. Utterances are scored one by one, as VADER is made for sentences,
 * and every figure here is a mean of their compound scores c weighted with their lengths in words w: Σ w·c / Σ w, four
 * decimals. Utterances without words count nowhere.
 *
 * @param score the mean over all utterances
 * @param bySpeaker the mean over each speaker's, in the order in which they first spoke; {@link #UNKNOWN} where the
 *     speaker is not known
 * @param quarters four means, of the utterances that begin in each quarter of the call; null where none does. The call
 *     reaches from the first start to the last start or end. When a start is missing, or all are the same, utterance i
 *     of n, from 0, is in quarter ⌊4i/n⌋
 * @param change the last quarter that has a mean minus the first one; null if only one has
 * @param words in all utterances
 */
public record InteractionSentiment(
        double score, Map<String, Double> bySpeaker, List<Double> quarters, Double change, int words) {
    /** Speaker of utterances that name none. */
    public static final String UNKNOWN = "unknown";

    private static final int QUARTERS = 4;

    /** @return null when nobody said a word: no text is no score, and not a neutral one */
    public static InteractionSentiment of(List<Utterance> utterances, Vader vader) {
        List<Scored> scored = utterances.stream()
                .map(utterance -> new Scored(utterance, vader.score(utterance.text())))
                .filter(utterance -> utterance.sentiment().words() > 0)
                .toList();
        return scored.isEmpty() ? null : of(scored);
    }

    public SentimentLabel label() {
        return SentimentLabel.of(score);
    }

    private static InteractionSentiment of(List<Scored> utterances) {
        Mean all = new Mean();
        Map<String, Mean> speakers = new LinkedHashMap<>();
        Mean[] quarters = new Mean[QUARTERS];
        Timeline timeline = Timeline.of(utterances);
        for (int i = 0; i < utterances.size(); i++) {
            Scored said = utterances.get(i);
            int quarter = timeline.quarter(i);
            quarters[quarter] = Objects.requireNonNullElseGet(quarters[quarter], Mean::new);
            quarters[quarter].add(said.sentiment());
            speakers.computeIfAbsent(said.speaker(), first -> new Mean()).add(said.sentiment());
            all.add(said.sentiment());
        }
        Map<String, Double> bySpeaker = new LinkedHashMap<>();
        speakers.forEach((speaker, mean) -> bySpeaker.put(speaker, mean.value()));
        List<Double> byQuarter = new ArrayList<>();
        Arrays.stream(quarters).forEach(mean -> byQuarter.add(mean == null ? null : mean.value()));
        return new InteractionSentiment(all.value(), bySpeaker, byQuarter, change(byQuarter), (int) all.words);
    }

    private static Double change(List<Double> quarters) {
        List<Double> spoken = quarters.stream().filter(Objects::nonNull).toList();
        return spoken.size() < 2 ? null : Sentiment.rounded(spoken.get(spoken.size() - 1) - spoken.get(0), 4);
    }

    private record Scored(Utterance utterance, Sentiment sentiment) {
        String speaker() {
            return utterance.speaker() == null ? UNKNOWN : utterance.speaker();
        }

        double end() {
            return utterance.end() == null ? utterance.start() : Math.max(utterance.start(), utterance.end());
        }
    }

    private static final class Mean {
        private double sum;
        private long words;

        void add(Sentiment sentiment) {
            sum += sentiment.compound() * sentiment.words();
            words += sentiment.words();
        }

        double value() {
            return Sentiment.rounded(sum / words, 4);
        }
    }

    /** Where in the call utterances are, as positions between begin and end. */
    private record Timeline(List<Double> positions, double begin, double end) {
        static Timeline of(List<Scored> utterances) {
            boolean timed =
                    utterances.stream().allMatch(said -> said.utterance().start() != null);
            Timeline byTime = timed ? byTime(utterances) : null;
            return byTime != null && byTime.begin < byTime.end ? byTime : byOrder(utterances.size());
        }

        private static Timeline byTime(List<Scored> utterances) {
            List<Double> starts =
                    utterances.stream().map(said -> said.utterance().start()).toList();
            double end = utterances.stream().mapToDouble(Scored::end).max().orElseThrow();
            return new Timeline(starts, Collections.min(starts), end);
        }

        private static Timeline byOrder(int count) {
            return new Timeline(
                    IntStream.range(0, count).mapToObj(i -> (double) i).toList(), 0, count);
        }

        int quarter(int i) {
            return (int) Math.min(QUARTERS - 1, QUARTERS * (positions.get(i) - begin) / (end - begin));
        }
    }
}
