package io.transcripthub.redaction.call;

import io.transcripthub.redaction.Spoken;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Who speaks in the utterances of a call, as numbers from 0 in the order of their first words. */
final class Speakers {
    private static final int NOBODY = -1;

    private final int[] speakers;
    private final Map<String, Integer> known = new HashMap<>();
    /** Who is called the agent; where nobody is, the one who speaks first. */
    private int agent = NOBODY;

    Speakers(List<Spoken> utterances) {
        speakers = new int[utterances.size()];
        int other = -1;
        for (int i = 0; i < speakers.length; i++) {
            String speaker = utterances.get(i).speaker();
            if (isSame(utterances, other, speaker)) {
                speakers[i] = speakers[other];
                other = i - 1;
            } else if (isSame(utterances, i - 1, speaker)) {
                speakers[i] = speakers[i - 1];
            } else {
                speakers[i] = number(speaker);
                other = i - 1;
            }
        }
        if (agent == NOBODY && speakers.length > 0 && utterances.get(0).speaker() != null) {
            agent = speakers[0];
        }
    }

    private static boolean isSame(List<Spoken> utterances, int before, String speaker) {
        return before >= 0 && Objects.equals(utterances.get(before).speaker(), speaker);
    }

    private int number(String speaker) {
        Integer number = known.putIfAbsent(speaker, known.size());
        if (number != null) {
            return number;
        }
        int next = known.size() - 1;
        if (agent == NOBODY && isCalledAgent(speaker)) {
            agent = next;
        }
        return next;
    }

    private static boolean isCalledAgent(String speaker) {
        return speaker != null && speaker.toLowerCase(Locale.ROOT).contains("agent");
    }

    boolean isAgent(int utterance) {
        return speakers[utterance] == agent;
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
