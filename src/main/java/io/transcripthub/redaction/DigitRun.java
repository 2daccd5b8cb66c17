package io.transcripthub.redaction;

import io.transcripthub.redaction.DigitGroup.Form;
import io.transcripthub.redaction.DigitGroup.Joint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** Digit groups that one speaker said one after the other, with nothing between them that would end a number. */
final class DigitRun {
    private final DigitGroup[] all;
    private final String stream;
    private final int[] offsets;
    private final int from;
    private final int size;
    /** As {@link Call#topic} found it; several recognizers ask. */
    private Topic topic;

    private boolean topicKnown;
    /** As {@link Context#topicWithin} found it. */
    private Topic topicWithin;

    private boolean topicWithinKnown;
    /** As {@link Call#isMeasure} found it; null where nobody asked yet. */
    private Boolean measure;

    /** @param groups at least one, in the order of the call */
    DigitRun(List<DigitGroup> groups) {
        this.all = groups.toArray(DigitGroup[]::new);
        this.from = 0;
        this.size = all.length;
        this.offsets = new int[size + 1];
        for (int i = 0; i < size; i++) {
            offsets[i + 1] = offsets[i] + all[i].size();
        }
        this.stream = size == 1 ? all[0].digits() : join();
    }

    private DigitRun(DigitRun whole, int from, int to) {
        this.all = whole.all;
        this.stream = whole.stream;
        this.offsets = whole.offsets;
        this.from = whole.from + from;
        this.size = to - from;
    }

    private String join() {
        StringBuilder digits = new StringBuilder(offsets[size]);
        for (DigitGroup group : all) {
            digits.append(group.digits());
        }
        return digits.toString();
    }

    Topic topic(Context context) {
        if (!topicKnown) {
            topic = context.topic(this);
            topicKnown = true;
        }
        return topic;
    }

    Topic topicWithin(Context context) {
        if (!topicWithinKnown) {
            topicWithin = context.topicWithin(this);
            topicWithinKnown = true;
        }
        return topicWithin;
    }

    boolean isMeasure(Measures measures) {
        if (measure == null) {
            measure = measures.contain(this);
        }
        return measure;
    }

    int size() {
        return size;
    }

    List<DigitGroup> groups() {
        return Arrays.asList(all).subList(from, from + size);
    }

    DigitGroup group(int index) {
        return all[from + index];
    }

    DigitGroup first() {
        return all[from];
    }

    DigitGroup last() {
        return all[from + size - 1];
    }

    /** Digits of all groups, as ASCII whatever their script. */
    String digits() {
        return stream.substring(offsets[from], offsets[from + size]);
    }

    int length() {
        return digitCount(0, size);
    }

    /** Number of digits that are left when what was taken back is left out. */
    int lengthBehindCorrection() {
        int first = size - 1;
        while (first > 0 && group(first).joint() != Joint.CORRECTION) {
            first--;
        }
        return digitCount(first, size);
    }

    /** Number of digits in the groups [first, end). */
    int digitCount(int first, int end) {
        return offsets[from + end] - offsets[from + first];
    }

    /** The groups [first, end). */
    DigitRun part(int first, int end) {
        return end - first == size ? this : new DigitRun(this, first, end);
    }

    /** Whether the groups [first, end) together are one. */
    boolean isCardNumber(int first, int end) {
        return PaymentCards.isCardNumber(stream, offsets[from + first], offsets[from + end]);
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
        int first = 0;
        for (int end = 1; end <= size; end++) {
            if (end == size || condition.test(group(end - 1), group(end))) {
                parts.add(part(first, end));
                first = end;
            }
        }
        return parts;
    }

    /** Whether all its digits are written ones. */
    boolean isWritten() {
        for (int i = 0; i < size; i++) {
            if (group(i).form() != Form.WRITTEN) {
                return false;
            }
        }
        return true;
    }

    boolean has(Joint joint) {
        for (int i = 1; i < size; i++) {
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
