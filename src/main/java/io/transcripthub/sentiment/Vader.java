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
        char[] spelledOut = emoji.spelledOut(text);
        List<Word> words = words(spelledOut);
        if (words.isEmpty()) {
            return Sentiment.none();
        }
        double[] valences = Valences.of(words);
        ContrastiveBut.weigh(words, valences);
        return sentiment(valences, emphasis(spelledOut));
    }

    private List<Word> words(char[] text) {
        List<Word> words = new ArrayList<>(text.length / 4 + 1);
        int start = 0;
        for (int end = 0; end <= text.length; end++) {
            if (end == text.length || PythonText.isSpace(text[end])) {
                if (end > start) {
                    words.add(word(text, start, end));
                }
                start = end + 1;
            }
        }
        return words;
    }

    private Word word(char[] text, int start, int end) {
        int from = PythonText.afterPunctuation(text, start, end);
        int to = PythonText.beforePunctuation(text, from, end);
        boolean bare = to - from > EMOTICON && Character.codePointCount(text, from, to - from) > EMOTICON;
        return bare ? lexicon.word(text, from, to) : lexicon.word(text, start, end);
    }

    private static double emphasis(char[] text) {
        long exclamations = Math.min(EXCLAMATIONS, count(text, '!'));
        return exclamations * EXCLAMATION + questioning(count(text, '?'));
    }

    private static double questioning(long questions) {
        if (questions > 3) {
            return MANY_QUESTIONS;
        }
        return questions > 1 ? questions * QUESTION : 0;
    }

    private static long count(char[] text, char mark) {
        long count = 0;
        for (char character : text) {
            count += character == mark ? 1 : 0;
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
