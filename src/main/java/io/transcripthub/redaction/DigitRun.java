package io.transcripthub.redaction;

import io.transcripthub.redaction.DigitGroup.Form;
import io.transcripthub.redaction.DigitGroup.Joint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Digit groups that one speaker said one after the other, with nothing between them that would end a number. */
final class DigitRun {
    private final List<DigitGroup> groups;
    private final String stream;
    private final int[] offsets;
    private final int base;
    /** As {@link Call#topic} found it; several recognizers ask. */
    private Topic topic;

    private boolean topicKnown;
    /** As {@link Call#isMeasure} found it; null where nobody asked yet. */
    private Boolean measure;

    /** @param groups at least one, in the order of the call */
    DigitRun(List<DigitGroup> groups) {
        this(groups, join(groups), new int[groups.size() + 1], 0);
        for (int i = 0; i < groups.size(); i++) {
            offsets[i + 1] = offsets[i] + groups.get(i).size();
        }
    }

    private DigitRun(List<DigitGroup> groups, String stream, int[] offsets, int base) {
        this.groups = groups;
        this.stream = stream;
        this.offsets = offsets;
        this.base = base;
    }

    private static String join(List<DigitGroup> groups) {
        if (groups.size() == 1) {
            return groups.get(0).digits();
        }
        StringBuilder digits = new StringBuilder();
        groups.forEach(group -> digits.append(group.digits()));
        return digits.toString();
    }

    Topic topic(Context context) {
        if (!topicKnown) {
            topic = context.topic(this);
            topicKnown = true;
        }
        return topic;
    }

    boolean isMeasure(Predicate<DigitRun> condition) {
        if (measure == null) {
            measure = condition.test(this);
        }
        return measure;
    }

    int size() {
        return groups.size();
    }

    List<DigitGroup> groups() {
        return groups;
    }

    DigitGroup group(int index) {
        return groups.get(index);
    }

    DigitGroup first() {
        return groups.get(0);
    }

    DigitGroup last() {
        return groups.get(groups.size() - 1);
    }

    /** Digits of all groups, as ASCII whatever their script. */
    String digits() {
        return stream.substring(offsets[base], offsets[base + size()]);
    }

    int length() {
        return digitCount(0, size());
    }

    /** Number of digits that are left when what was taken back is left out. */
    int lengthBehindCorrection() {
        int from = size() - 1;
        while (from > 0 && group(from).joint() != Joint.CORRECTION) {
            from--;
        }
        return digitCount(from, size());
    }

    /** Number of digits in the groups [from, to). */
    int digitCount(int from, int to) {
        return offsets[base + to] - offsets[base + from];
    }

    /** The groups [from, to). */
    DigitRun part(int from, int to) {
        return to - from == size() ? this : new DigitRun(groups.subList(from, to), stream, offsets, base + from);
    }

    boolean isCardNumber(int from, int to) {
        return PaymentCards.isCardNumber(stream, offsets[base + from], offsets[base + to]);
    }

    /** This run cut where an utterance ends. */
    List<DigitRun> byUtterance() {
        if (first().utterance() == last().utterance()) {
            return List.of(this);
        }
        return split((left, right) -> left.utterance() != right.utterance());
    }

    /** This run cut between neighbouring groups that the condition holds for. */
    List<DigitRun> split(BiPredicate<DigitGroup, DigitGroup> condition) {
        List<DigitRun> parts = new ArrayList<>(1);
        int from = 0;
        for (int to = 1; to <= size(); to++) {
            if (to == size() || condition.test(group(to - 1), group(to))) {
                parts.add(part(from, to));
                from = to;
            }
        }
        return parts;
    }

    /** Whether all its digits are written ones. */
    boolean isWritten() {
        for (DigitGroup group : groups) {
            if (group.form() != Form.WRITTEN) {
                return false;
            }
        }
        return true;
    }

    boolean has(Joint joint) {
        for (int i = 1; i < size(); i++) {
            if (group(i).joint() == joint) {
                return true;
            }
        }
        return false;
    }

    /** The utterance in which the run begins. */
    int utterance() {
        return first().utterance();
    }

    /** Offset of the first digit. */
    int start() {
        return first().start();
    }

    /** Offset behind the last digit, in the utterance in which the run ends. */
    int end() {
        return last().end();
    }
}
