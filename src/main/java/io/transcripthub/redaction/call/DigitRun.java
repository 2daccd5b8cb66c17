package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Form;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.numbers.DigitStream;
import io.transcripthub.redaction.words.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Digit groups that one speaker said one after the other, with nothing between them that would end a number. */
public final class DigitRun {
    private final DigitStream stream;
    private final int from;
    private final int size;
    private final int length;
    /** Kept here, as all recognizers ask for them. */
    private final DigitGroup firstGroup;

    private final DigitGroup lastGroup;
    /** Null where nobody asked yet. */
    private String digits;
    /** As {@link Call#read} found it; several recognizers ask. */
    private Topic topic;

    private boolean topicKnown;
    /** As {@link Context#topic} found it. */
    private Topic said;

    private boolean saidKnown;
    /** As {@link Context#topicWithin} found it. */
    private Topic topicWithin;

    private boolean topicWithinKnown;
    /** As {@link Call#isMeasure} found it. */
    private boolean measure;

    private boolean measureKnown;

    /** The groups [from, to) of a stream. */
    DigitRun(DigitStream stream, int from, int to) {
        this.stream = stream;
        this.from = from;
        this.size = to - from;
        this.length = stream.digitCount(from, to);
        this.firstGroup = size == 0 ? null : stream.group(from);
        this.lastGroup = size == 0 ? null : stream.group(to - 1);
    }

    /** @param groups at least one, in the order of the call */
    public static DigitRun of(List<DigitGroup> groups) {
        return new DigitRun(new DigitStream(groups.toArray(DigitGroup[]::new)), 0, groups.size());
    }

    public Topic topic(Call call) {
        if (!topicKnown) {
            topic = call.read(this);
            topicKnown = true;
        }
        return topic;
    }

    /** Whatever else was said of the same digits. */
    public Topic topic(Context context) {
        if (!saidKnown) {
            said = context.topic(this);
            saidKnown = true;
        }
        return said;
    }

    public Topic topicWithin(Context context) {
        if (!topicWithinKnown) {
            topicWithin = context.topicWithin(this);
            topicWithinKnown = true;
        }
        return topicWithin;
    }

    boolean isMeasure(Measures measures) {
        if (!measureKnown) {
            measure = measures.contain(this);
            measureKnown = true;
        }
        return measure;
    }

    public int size() {
        return size;
    }

    public List<DigitGroup> groups() {
        List<DigitGroup> groups = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            groups.add(group(i));
        }
        return groups;
    }

    public DigitGroup group(int index) {
        return stream.group(from + index);
    }

    public DigitGroup first() {
        return firstGroup;
    }

    public DigitGroup last() {
        return lastGroup;
    }

    /** Digits of all groups, as ASCII whatever their script. */
    public String digits() {
        if (digits == null) {
            digits = stream.digits(from, from + size);
        }
        return digits;
    }

    public int length() {
        return length;
    }

    /** Not so of "n w b k", spelled. */
    public boolean hasDigit() {
        int index = 0;
        while (index < size && group(index).isLetter()) {
            index++;
        }
        return index < size;
    }

    /** Number of digits that are left when what was taken back is left out. */
    public int lengthBehindCorrection() {
        int first = size - 1;
        while (first > 0 && group(first).joint() != Joint.CORRECTION) {
            first--;
        }
        return digitCount(first, size);
    }

    /** The digits that are left when what was said last before a correction, in one utterance, is left out. */
    public String digitsWithoutTakenBack() {
        int behind = size - 1;
        while (behind > 0 && group(behind).joint() != Joint.CORRECTION) {
            behind--;
        }
        int kept = Math.max(0, behind - 1);
        while (kept > 0 && group(kept - 1).utterance() == group(kept).utterance()) {
            kept--;
        }
        return digits().substring(0, digitCount(0, kept)) + digits().substring(length() - digitCount(behind, size));
    }

    /** Number of digits in the groups [first, end). */
    public int digitCount(int first, int end) {
        return stream.digitCount(from + first, from + end);
    }

    /** The groups [first, end); where these are none, a run that has no first and no last. */
    public DigitRun part(int first, int end) {
        return end - first == size ? this : new DigitRun(stream, from + first, from + end);
    }

    /** Whether the groups [first, end) together are one. */
    public boolean isCardNumber(int first, int end) {
        return stream.isCardNumber(from + first, from + end);
    }

    /** This run cut where an utterance ends. */
    public List<DigitRun> byUtterance() {
        if (first().utterance() == last().utterance()) {
            return List.of(this);
        }
        return split((left, right) -> left.utterance() != right.utterance());
    }

    /** This run cut between neighbouring groups that the condition holds for. */
    public List<DigitRun> split(BiPredicate<DigitGroup, DigitGroup> condition) {
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
    public boolean isWritten() {
        for (int i = 0; i < size; i++) {
            if (group(i).form() != Form.WRITTEN) {
                return false;
            }
        }
        return true;
    }

    public boolean has(Joint joint) {
        for (int i = 1; i < size; i++) {
            if (group(i).joint() == joint) {
                return true;
            }
        }
        return false;
    }

    /** The utterance in which the run begins. */
    public int utterance() {
        return first().utterance();
    }

    /** Offset of the first digit. */
    public int start() {
        return first().start();
    }

    /** Offset behind the last digit, in the utterance in which the run ends. */
    public int end() {
        return last().end();
    }
}
