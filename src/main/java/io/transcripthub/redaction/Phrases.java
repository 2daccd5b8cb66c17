package io.transcripthub.redaction;

import java.util.Arrays;

/** Phrases of cues as one tree, a word a step; a place in it is a number, {@link #NOWHERE} where no phrase goes on. */
final class Phrases {
    static final int NOWHERE = 0;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final int WORD_BITS = 32;

    /** Steps in a hash table with open addresses: from a place by a word, as one number, to a place. */
    private long[] steps = new long[1 << 15];

    private int[] to = new int[steps.length];
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
        return (next[place] >>> word.id() & 1) == 0 ? NOWHERE : to[slot(step(place, word.id()))];
    }

    /** The place behind one more word. */
    int goOn(int place, int word) {
        int slot = slot(step(place, word));
        return to[slot] == NOWHERE ? add(place, word, slot) : to[slot];
    }

    /** A phrase ends at a place. */
    void end(int place, Topic topic) {
        topics[place] = topic;
    }

    private int add(int place, int word, int slot) {
        int behind = begin();
        next[place] |= 1L << word;
        steps[slot] = step(place, word);
        to[slot] = behind;
        if (2 * ++size > steps.length) {
            grow();
        }
        return behind;
    }

    private void grow() {
        long[] known = steps;
        int[] places = to;
        steps = new long[2 * known.length];
        to = new int[steps.length];
        for (int i = 0; i < known.length; i++) {
            if (places[i] != NOWHERE) {
                int slot = slot(known[i]);
                steps[slot] = known[i];
                to[slot] = places[i];
            }
        }
    }

    private static long step(int place, int word) {
        return (long) place << WORD_BITS | word;
    }

    /** Where a step is, or would be. */
    private int slot(long step) {
        int slot = (int) (step * GOLDEN_RATIO >>> Long.numberOfLeadingZeros(steps.length) + 1);
        while (to[slot] != NOWHERE && steps[slot] != step) {
            slot = slot + 1 & steps.length - 1;
        }
        return slot;
    }
}
