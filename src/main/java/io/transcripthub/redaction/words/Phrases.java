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
    /** Both once more by {@link Word#otherStep}: few words have both bits of another. */
    private long[] otherNext = new long[next.length];

    private long[] otherFollowers = new long[next.length];

    private Topic[] topics = new Topic[next.length];
    private int places = NOWHERE + 1;

    /** A new place, where the phrase of a topic ends, or none if that is null. */
    int add(Topic topic) {
        if (places == topics.length) {
            topics = Arrays.copyOf(topics, 2 * places);
            next = Arrays.copyOf(next, 2 * places);
            followers = Arrays.copyOf(followers, 2 * places);
            otherNext = Arrays.copyOf(otherNext, 2 * places);
            otherFollowers = Arrays.copyOf(otherFollowers, 2 * places);
        }
        followers[places] = topic == null ? Word.PASSED_STEP : -1;
        otherFollowers[places] = followers[places];
        topics[places] = topic;
        return places++;
    }

    /** A word leads from a place to another. */
    void goOn(int place, int word, int behind) {
        next[place] |= Word.step(word);
        followers[place] |= next[place];
        otherNext[place] |= Word.otherStep(word);
        otherFollowers[place] |= otherNext[place];
        steps.put(place, word, behind);
    }

    /** The topic of the phrase that ends here, or null. */
    Topic topic(int place) {
        return topics[place];
    }

    /**
     * Whether a phrase may end here, or go on with a word or, where that may stand within it, with the one behind; if not,
     * none does. Never so {@link #NOWHERE}.
     */
    boolean mayFollow(int place, Word word, Word behind) {
        return mayFollow(place, word) && (goesOnOrEnds(place, word) || mayFollow(place, behind));
    }

    private boolean mayFollow(int place, Word word) {
        return (followers[place] & word.step()) != 0 && (otherFollowers[place] & word.otherStep()) != 0;
    }

    private boolean goesOnOrEnds(int place, Word word) {
        return topics[place] != null || (next[place] & word.step()) != 0 && (otherNext[place] & word.otherStep()) != 0;
    }

    /** What goes on with a word; mostly nothing does, which one look tells. */
    int next(int place, Word word) {
        boolean may = (next[place] & word.step()) != 0 && (otherNext[place] & word.otherStep()) != 0;
        return may ? steps.from(place, word.id()) : NOWHERE;
    }
}
