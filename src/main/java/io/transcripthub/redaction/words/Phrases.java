package io.transcripthub.redaction.words;

import java.util.Arrays;

/** Phrases of cues as one tree, a word a step; a place in it is a number, {@link #NOWHERE} where no phrase goes on. */
final class Phrases {
    static final int NOWHERE = 0;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final int PLACE_BITS = 22;
    private static final int WORD_BITS = 20;

    /** Steps in a hash table with open addresses, each one number: from a place by a word to a place; 0 where none is. */
    private long[] steps = new long[1 << 15];

    private int size;
    /** By place: the words that go on, a bit for each remainder of an id modulo 64. */
    private long[] next = new long[1 << 14];

    private Topic[] topics = new Topic[next.length];

    private int places = 1;

    /** A place that phrases can begin at. */
    int begin() {
        if (places == topics.length) {
            topics = Arrays.copyOf(topics, 2 * places);
            next = Arrays.copyOf(next, 2 * places);
        }
        return places++;
    }

    /** The topic of the phrase that ends here, or null. */
    Topic topic(int place) {
        return topics[place];
    }

    /** What goes on with a word; mostly nothing does, which one look tells. */
    int next(int place, Word word) {
        return (next[place] >>> word.id() & 1) == 0 ? NOWHERE : place(steps[slot(step(place, word.id()))]);
    }

    /** The place behind one more word. */
    int goOn(int place, int word) {
        int slot = slot(step(place, word));
        return steps[slot] == 0 ? add(place, word, slot) : place(steps[slot]);
    }

    /** A phrase ends at a place. */
    void end(int place, Topic topic) {
        topics[place] = topic;
    }

    private int add(int place, int word, int slot) {
        int behind = begin();
        if (word >> WORD_BITS != 0 || behind >> PLACE_BITS != 0) {
            throw new IllegalArgumentException(
                    "expected less than a million different words in all phrases, found more");
        }
        next[place] |= 1L << word;
        steps[slot] = step(place, word) << PLACE_BITS | behind;
        if (4 * ++size > 3 * steps.length) {
            grow();
        }
        return behind;
    }

    private void grow() {
        long[] known = steps;
        steps = new long[2 * known.length];
        for (long step : known) {
            if (step != 0) {
                steps[slot(step >>> PLACE_BITS)] = step;
            }
        }
    }

    private static long step(int place, int word) {
        return (long) place << WORD_BITS | word;
    }

    /** Where a step leads to. */
    private static int place(long step) {
        return (int) step & (1 << PLACE_BITS) - 1;
    }

    /** Where a step is, or would be. */
    private int slot(long step) {
        int slot = (int) (step * GOLDEN_RATIO >>> Long.numberOfLeadingZeros(steps.length) + 1);
        while (steps[slot] != 0 && steps[slot] >>> PLACE_BITS != step) {
            slot = slot + 1 & steps.length - 1;
        }
        return slot;
    }
}
