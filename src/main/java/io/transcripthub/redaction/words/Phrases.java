package io.transcripthub.redaction.words;

import java.util.Arrays;

/** Phrases of cues, a word a step; a place in them is a number, {@link #NOWHERE} where no phrase goes on. */
final class Phrases {
    static final int NOWHERE = 0;

    private final Steps steps = new Steps();
    /** By place: the words that go on, as {@link Word#step}. */
    private long[] next = new long[1 << 10];
    /** The same with what may stand within a phrase; every word where one ends. */
    private long[] followers = new long[next.length];

    private Topic[] topics = new Topic[next.length];
    private int places = NOWHERE + 1;

    /** A new place, where the phrase of a topic ends, or none if that is null. */
    int add(Topic topic) {
        if (places == topics.length) {
            topics = Arrays.copyOf(topics, 2 * places);
            next = Arrays.copyOf(next, 2 * places);
            followers = Arrays.copyOf(followers, 2 * places);
        }
        followers[places] = topic == null ? Word.PASSED_STEP : -1;
        topics[places] = topic;
        return places++;
    }

    /** A word leads from a place to another. */
    void goOn(int place, int word, int behind) {
        next[place] |= Word.step(word);
        followers[place] |= next[place];
        steps.put(place, word, behind);
    }

    /** The topic of the phrase that ends here, or null. */
    Topic topic(int place) {
        return topics[place];
    }

    /** Whether a phrase may end here, or go on with a word or behind it; if not, none does. Never so {@link #NOWHERE}. */
    boolean mayFollow(int place, Word word) {
        return (followers[place] & word.step()) != 0;
    }

    /** What goes on with a word; mostly nothing does, which one look tells. */
    int next(int place, Word word) {
        return (next[place] & word.step()) != 0 ? steps.from(place, word.id()) : NOWHERE;
    }
}
