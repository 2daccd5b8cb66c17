package io.transcripthub.sentiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentiment by VADER (Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media
 * Text", ICWSM 2014), with the same scores as Python's vaderSentiment 3.3.2, its quirks included. It is made for English
 * sentences as they were written: capitals, punctuation and words such as "not" count. A long text drifts to -1 or 1, so
 * score utterances and aggregate them ({@link InteractionSentiment}).
 *
 * <p>Threads may share one.
 */
public final class Vader {
    /** Keeps the compound score of usual sentences away from -1 and 1. */
    private static final double ALPHA = 15;

    /** Added for an exclamation mark, found by experiment. */
    private static final double EXCLAMATION = 0.292;

    private static final int EXCLAMATIONS = 4;

    /** Added for each of two or three question marks; for more of them it is {@link #MANY_QUESTIONS} in all. */
    private static final double QUESTION = 0.18;

    private static final double MANY_QUESTIONS = 0.96;

    /** Up to two characters are an emoticon rather than a word, and keep their punctuation. */
    private static final int EMOTICON = 2;

    private final Lexicon lexicon = new Lexicon();
    private final EmojiNames emoji = new EmojiNames();

    /** @return {@link Sentiment#none} for a text of nothing but white space */
    public Sentiment score(String text) {
        String spelledOut = emoji.spelledOut(text);
        List<Word> words = words(spelledOut);
        if (words.isEmpty()) {
            return Sentiment.none();
        }
        double[] valences = Valences.of(words);
        ContrastiveBut.weigh(words, valences);
        return sentiment(valences, emphasis(spelledOut));
    }

    private List<Word> words(String text) {
        List<String> tokens = PythonText.split(text);
        List<Word> words = new ArrayList<>(tokens.size());
        for (String token : tokens) {
            String bare = PythonText.withoutPunctuationAround(token);
            words.add(lexicon.word(bare.codePointCount(0, bare.length()) > EMOTICON ? bare : token));
        }
        return words;
    }

    private static double emphasis(String text) {
        long exclamations = Math.min(EXCLAMATIONS, count(text, '!'));
        return exclamations * EXCLAMATION + questioning(count(text, '?'));
    }

    private static double questioning(long questions) {
        if (questions > 3) {
            return MANY_QUESTIONS;
        }
        return questions > 1 ? questions * QUESTION : 0;
    }

    private static long count(String text, char mark) {
        long count = 0;
        for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) {
            count++;
        }
        return count;
    }

    private static Sentiment sentiment(double[] valences, double emphasis) {
        double sum = 0;
        double positive = 0;
        double negative = 0;
        int neutral = 0;
        for (double valence : valences) {
            sum += valence;
            positive += valence > 0 ? valence + 1 : 0;
            negative += valence < 0 ? 1 - valence : 0;
            neutral += valence == 0 ? 1 : 0;
        }
        sum += Math.signum(sum) * emphasis;
        positive += positive > negative ? emphasis : 0;
        negative += negative > positive ? emphasis : 0;
        double total = positive + negative + neutral;
        return new Sentiment(
                Sentiment.rounded(sum / Math.sqrt(sum * sum + ALPHA), 4),
                Sentiment.rounded(positive / total, 3),
                Sentiment.rounded(neutral / total, 3),
                Sentiment.rounded(negative / total, 3),
                valences.length);
    }
}
