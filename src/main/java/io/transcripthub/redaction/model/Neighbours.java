package io.transcripthub.redaction.model;

import static io.transcripthub.redaction.model.Feature.*;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import java.util.List;

/** Says what is known of the numbers near a candidate: which of them go, and whether they repeat or continue it. */
public final class Neighbours {
    private static final int MOST_BACK = 12;
    private static final int MOST_AHEAD = 6;
    private static final int FARTHEST = 4;
    private static final int SHORTEST_ECHO = 2;
    private static final int LONGEST_ECHO = 40;

    private static final Side BEFORE_IT = new Side(PREVIOUS, PREVIOUS_LENGTH, PREVIOUS_WORD, PREVIOUS_TYPE);
    private static final Side BEHIND_IT = new Side(NEXT, NEXT_LENGTH, NEXT_WORD, NEXT_TYPE);

    private record Side(Feature relation, Feature length, Feature word, Feature type) {}

    private final Call call;
    private final List<Candidate> candidates;
    private final EntityType[] types;
    /** Of each candidate, empty where there are too few or too many. */
    private final String[] digits;

    /** @param types of the candidates, null for those that stay */
    public Neighbours(Call call, List<Candidate> candidates, EntityType[] types) {
        this.call = call;
        this.candidates = candidates;
        this.types = types;
        this.digits = new String[types.length];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = digits(candidates.get(i).part());
        }
    }

    private static String digits(DigitRun part) {
        return part == null || part.length() > LONGEST_ECHO || part.length() < SHORTEST_ECHO ? "" : part.digits();
    }

    public void describe(int index, Features features) {
        Candidate candidate = candidates.get(index);
        String length = NumberFeatures.length(candidate);
        if (index > 0) {
            describe(BEFORE_IT, index, index - 1, word(candidate.token() - 1, candidate), length, features);
        }
        if (index > 1) {
            features.add(SECOND_PREVIOUS, relation(index, index - 2), distance(index, index - 2));
        }
        if (index + 1 < types.length) {
            describe(BEHIND_IT, index, index + 1, word(candidate.tokenEnd(), candidate), length, features);
        }
        for (int other = digits[index].isEmpty() ? types.length : Math.max(0, index - MOST_BACK);
                other < Math.min(types.length, index + MOST_AHEAD);
                other++) {
            if (other != index) {
                echo(index, other, length, features);
            }
        }
    }

    private void describe(Side side, int index, int other, String word, String length, Features features) {
        String relation = relation(index, other);
        features.add(side.relation(), relation, distance(index, other));
        features.add(side.length(), relation, length);
        features.add(side.word(), relation, word);
        features.add(side.type(), type(other) + speaker(index, other), length);
    }

    private void echo(int index, int other, String length, Features features) {
        String relation = echo(digits[index], digits[other]);
        if (relation != null) {
            String before = other < index ? "before" : "behind";
            features.add(ECHO, relation + before + speaker(index, other), goes(other));
            features.add(ECHO_LENGTH, relation + goes(other), length);
            features.add(ECHO_TYPE, relation + type(other), length);
        }
    }

    private static String echo(String one, String other) {
        if (other.isEmpty()) {
            return null;
        }
        if (one.equals(other)) {
            return "same-";
        }
        if (one.length() > other.length()) {
            return one.contains(other) ? "longer-" : null;
        }
        return switch (other.indexOf(one)) {
            case -1 -> null;
            case 0 -> "start-";
            default -> other.endsWith(one) ? "end-" : "middle-";
        };
    }

    private String goes(int other) {
        return types[other] == null ? "stays" : "goes";
    }

    private String type(int other) {
        return types[other] == null ? "stays" : types[other].toString();
    }

    private String speaker(int index, int other) {
        return isSameSpeaker(index, other) ? "-same" : "-other";
    }

    private boolean isSameSpeaker(int index, int other) {
        return call.isSameSpeaker(
                candidates.get(index).utterance(), candidates.get(other).utterance());
    }

    private String relation(int index, int other) {
        boolean same = isSameSpeaker(index, other);
        return types[other] == null ? same ? "stays-same" : "stays-other" : same ? "goes-same" : "goes-other";
    }

    private String distance(int index, int other) {
        int utterances = Math.abs(
                candidates.get(index).utterance() - candidates.get(other).utterance());
        return NumberFeatures.count(utterances, FARTHEST);
    }

    private String word(int token, Candidate candidate) {
        String text = call.word(token, candidate.utterance()).text();
        return text.isEmpty() ? Features.NONE : text;
    }
}
