package io.transcripthub.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Digit groups with only separators between them.
 *
 * @param digits of all groups, as ASCII whatever their script
 * @param groups at least one, in the order of the call
 */
record DigitRun(String digits, List<DigitGroup> groups) {
    int size() {
        return groups.size();
    }

    DigitGroup group(int index) {
        return groups.get(index);
    }

    /** Number of digits in the groups [from, to). */
    int digitCount(int from, int to) {
        return groups.get(to - 1).to() - groups.get(from).from();
    }

    /** The groups [from, to). */
    DigitRun part(int from, int to) {
        int base = groups.get(0).from();
        String part = digits.substring(
                groups.get(from).from() - base, groups.get(to - 1).to() - base);
        return new DigitRun(part, groups.subList(from, to));
    }

    /** This run cut where an utterance ends. */
    List<DigitRun> byUtterance() {
        return split((left, right) -> left.utterance() != right.utterance());
    }

    /** This run cut between neighbouring groups that the condition holds for. */
    List<DigitRun> split(BiPredicate<DigitGroup, DigitGroup> condition) {
        List<DigitRun> parts = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= size(); to++) {
            if (to == size() || condition.test(group(to - 1), group(to))) {
                parts.add(to - from == size() ? this : part(from, to));
                from = to;
            }
        }
        return parts;
    }

    /** The utterance in which the run begins. */
    int utterance() {
        return groups.get(0).utterance();
    }

    /** Offset of the first digit. */
    int start() {
        return groups.get(0).start();
    }

    /** Offset behind the last digit, in the utterance in which the run ends. */
    int end() {
        return groups.get(size() - 1).end();
    }
}
