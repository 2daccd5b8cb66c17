package io.transcripthub.redaction;

import java.util.Arrays;

/** Phrases of cues as one tree, a word a step; a place in it is a number, {@link #NOWHERE} where no phrase goes on. */
final class Phrases {
    static final int NOWHERE = 0;

    private static final int GOLDEN_RATIO = 0x9E3779B9;

    /** Steps in a hash table with open addresses: from a place by a word to a place. */
    private int[] from = new int[1 << 14];

    private String[] words = new String[from.length];
    private int[] to = new int[from.length];
    private int steps;
    /** By place. */
    private Topic[] topics = new Topic[1 << 13];

    private int places = 1;

    /** A place that phrases can begin at. */
    int begin() {
        if (places == topics.length) {
            topics = Arrays.copyOf(topics, 2 * places);
        }
        return places++;
    }

    /** The topic of the phrase that ends here, or null. */
    Topic topic(int place) {
        return topics[place];
    }

    /** What goes on with a word. */
    int next(int place, Word word) {
        return to[slot(place, word.text(), word.hash())];
    }

    /** @param phrase its words, of which the first led to the place */
    void add(int beginning, String[] phrase, Topic topic) {
        int place = beginning;
        for (int i = 1; i < phrase.length; i++) {
            int known = to[slot(place, phrase[i], phrase[i].hashCode())];
            place = known == NOWHERE ? addStep(place, phrase[i], begin()) : known;
        }
        topics[place] = topic;
    }

    private int addStep(int place, String word, int next) {
        if (2 * steps++ > from.length) {
            grow();
        }
        put(place, word, next);
        return next;
    }

    private void put(int place, String word, int next) {
        int slot = slot(place, word, word.hashCode());
        from[slot] = place;
        words[slot] = word;
        to[slot] = next;
    }

    private void grow() {
        int[] places = from;
        String[] steps = words;
        int[] nexts = to;
        from = new int[2 * places.length];
        words = new String[from.length];
        to = new int[from.length];
        for (int i = 0; i < places.length; i++) {
            if (places[i] != NOWHERE) {
                put(places[i], steps[i], nexts[i]);
            }
        }
    }

    /** Where a step is, or would be. */
    private int slot(int place, String word, int hash) {
        int slot = (31 * place + hash) * GOLDEN_RATIO >>> Integer.numberOfLeadingZeros(from.length) + 1;
        while (from[slot] != NOWHERE && (from[slot] != place || !words[slot].equals(word))) {
            slot = slot + 1 & from.length - 1;
        }
        return slot;
    }
}
