package io.transcripthub.sentiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** "The food was good, but the service was slow": what comes after "but" weighs more. */
final class ContrastiveBut {
    private static final double BEFORE = 0.5;
    private static final double AFTER = 1.5;

    private final double[] valences;
    private final Map<Double, TreeSet<Integer>> places = new HashMap<>();

    private ContrastiveBut(double[] valences) {
        this.valences = valences;
        for (int i = 0; i < valences.length; i++) {
            note(i);
        }
    }

    /** Halves what stands before the first "but" and adds half to what stands behind it. */
    static void weigh(List<Word> words, double[] valences) {
        for (int i = 0; i < valences.length; i++) {
            if (words.get(i).is(Particle.BUT)) {
                new ContrastiveBut(valences).weigh(i);
                return;
            }
        }
    }

    /**
     * The original takes one valence after the other, but then changes the first place that has this valence as the list
     * stands by then. So of two equal ones the first may be changed twice, and the second not at all.
     */
    private void weigh(int but) {
        for (double current : valences) {
            int place = current == 0 ? but : places.get(current).first();
            if (place != but) {
                places.get(current).remove(place);
                valences[place] *= place < but ? BEFORE : AFTER;
                note(place);
            }
        }
    }

    /** Neutral words are left out, as they stay neutral. */
    private void note(int place) {
        if (valences[place] != 0) {
            places.computeIfAbsent(valences[place], first -> new TreeSet<>()).add(place);
        }
    }
}
