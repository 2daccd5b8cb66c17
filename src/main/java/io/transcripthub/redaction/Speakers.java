package io.transcripthub.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who speaks in the utterances of a call, as numbers from 0 in the order of their first words. */
final class Speakers {
    private final int[] speakers;
    private final Map<String, Integer> known = new HashMap<>();

    Speakers(List<Spoken> utterances) {
        speakers = new int[utterances.size()];
        for (int i = 0; i < speakers.length; i++) {
            String speaker = utterances.get(i).speaker();
            speakers[i] = isSame(utterances, i - 2, speaker) ? speakers[i - 2] : number(speaker);
        }
    }

    private static boolean isSame(List<Spoken> utterances, int before, String speaker) {
        return before >= 0 && Objects.equals(utterances.get(before).speaker(), speaker);
    }

    private int number(String speaker) {
        Integer number = known.putIfAbsent(speaker, known.size());
        return number == null ? known.size() - 1 : number;
    }

    int utterances() {
        return speakers.length;
    }

    int count() {
        return known.size();
    }

    int of(int utterance) {
        return speakers[utterance];
    }

    boolean areSame(int utterance, int other) {
        return speakers[utterance] == speakers[other];
    }
}
