package io.transcripthub.sentiment;

import java.util.Arrays;
import java.util.List;

/** "The food was good, but the service was slow": what comes after "but" weighs more. */
final class ContrastiveBut {
    private static final double BEFORE = 0.5;
    private static final double AFTER = 1.5;

    private ContrastiveBut() {}

    /**
     * Halves what stands before the first "but" and adds half to what stands behind it. The original looks for each
     * valence by its value and changes the first place that has it, as the list stands by then; so of two equal ones the
     * first may be changed twice. Neutral words stay neutral either way.
     */
    static void weigh(List<Word> words, double[] valences) {
        int but = first(words);
        if (but < 0) {
            return;
        }
        int[] rated = places(valences);
        for (int current : rated) {
            int place = first(valences, rated, valences[current]);
            if (place != but) {
                valences[place] *= place < but ? BEFORE : AFTER;
            }
        }
    }

    private static int first(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).is("but")) {
                return i;
            }
        }
        return -1;
    }

    private static int[] places(double[] valences) {
        int[] places = new int[valences.length];
        int count = 0;
        for (int i = 0; i < valences.length; i++) {
            if (valences[i] != 0) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** The first of the places that has this value; there is one. */
    private static int first(double[] valences, int[] places, double value) {
        int i = 0;
        while (valences[places[i]] != value) {
            i++;
        }
        return places[i];
    }
}
