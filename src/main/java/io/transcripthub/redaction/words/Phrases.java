package io.transcripthub.redaction.words;

import java.util.Arrays;

/** Phrases of cues, a word a step; a place in them is a number, {@link #NOWHERE} where no phrase goes on. */
final class Phrases {
    static final int NOWHERE = 0;

    /** What {@link #followers} has of a place. */
    private static final int BITS = 4;

    private static final int NEXT = 0;
    private static final int NEXT_OR_WITHIN = 2;

    private final Steps steps = new Steps();
    /**
     * By place, side by side: the words that go on, as {@link Word#step} and as {@link Word#otherStep}, as few words have both
     * bits of another; both once more with what may stand within a phrase, every word where one ends.
     */
    private long[] followers = new long[BITS << 10];

    private Topic[] topics = new Topic[1 << 10];
    private int places = NOWHERE + 1;

    /** A new place, where the phrase of a topic ends, or none if that is null. */
    int add(Topic topic) {
        if (places == topics.length) {
            topics = Arrays.copyOf(topics, 2 * places);
            followers = Arrays.copyOf(followers, 2 * BITS * places);
        }
        long within = topic == null ? Word.PASSED_STEP : -1;
        add(places, NEXT_OR_WITHIN, within, within);
        topics[places] = topic;
        return places++;
    }

    /** A word leads from a place to another. */
    void goOn(int place, int word, int behind) {
        add(place, NEXT, Word.step(word), Word.otherStep(word));
        add(place, NEXT_OR_WITHIN, Word.step(word), Word.otherStep(word));
        steps.put(place, word, behind);
    }

    private void add(int place, int kind, long step, long otherStep) {
        followers[BITS * place + kind] |= step;
        followers[BITS * place + kind + 1] |= otherStep;
    }

    private boolean has(int place, int kind, Word word) {
        return (followers[BITS * place + kind] & word.step()) != 0
                && (followers[BITS * place + kind + 1] & word.otherStep()) != 0;
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
        return has(place, NEXT_OR_WITHIN, word)
                && (topics[place] != null || has(place, NEXT, word) || has(place, NEXT_OR_WITHIN, behind));
    }

    /** What goes on with a word; mostly nothing does, which one look tells. */
    int next(int place, Word word) {
        return has(place, NEXT, word) ? steps.from(place, word.id()) : NOWHERE;
    }
}
