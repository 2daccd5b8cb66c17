package io.transcripthub.redaction;

import java.util.List;
import java.util.Set;

/**
 * SSN: nine digits that the Social Security Administration may have issued, written 3-2-4 with separators, or in any
 * other grouping if the words "social" or "SSN" are near.
 */
final class SsnRecognizer implements Recognizer {
    private static final Set<String> CUES = Set.of("ssn", "ssns", "social", "socials");
    private static final int DIGITS = 9;

    @Override
    public void recognize(Call call, Claims claims) {
        for (DigitRun run : call.digitRuns()) {
            if (run.digits().length() >= DIGITS) {
                run.byUtterance().forEach(part -> recognize(call, part, claims));
            }
        }
    }

    private static void recognize(Call call, DigitRun run, Claims claims) {
        boolean cued = hasCue(call, run);
        for (int from = 0, to = 1; from < run.size(); from++) {
            to = Math.max(to, from + 1);
            while (to < run.size() && run.digitCount(from, to) < DIGITS) {
                to++;
            }
            if (run.digitCount(from, to) == DIGITS
                    && isIssuable(run.part(from, to).digits())
                    && (cued || isGrouped(run, from, to))
                    && !isTied(call, run, from)
                    && !isTied(call, run, to)
                    && run.groups().subList(from, to).stream().noneMatch(claims::touch)) {
                claims.claim(EntityType.SSN, run.part(from, to));
            }
        }
    }

    /** The ranges that are never assigned: area 000, 666 and 900-999, group 00, serial 0000 (SSA, POMS RM 10201.035). */
    static boolean isIssuable(String digits) {
        return !digits.startsWith("000")
                && !digits.startsWith("666")
                && !digits.startsWith("9")
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }

    private static boolean isGrouped(DigitRun run, int from, int to) {
        return to - from == 3
                && run.group(from).size() == 3
                && run.group(from + 1).size() == 2;
    }

    /** A lone dash or dot before the group makes it part of one longer number: 123-45-6789-01. */
    private static boolean isTied(Call call, DigitRun run, int index) {
        if (index == 0 || index == run.size()) {
            return false;
        }
        int gap = run.group(index - 1).end();
        return run.group(index).start() == gap + 1
                && !Character.isSpaceChar(call.text(run.utterance()).charAt(gap));
    }

    private static boolean hasCue(Call call, DigitRun run) {
        return containsCue(call.wordsBefore(run.utterance(), run.start()))
                || containsCue(call.wordsAfter(run.utterance(), run.end()));
    }

    private static boolean containsCue(List<String> words) {
        return words.stream().anyMatch(CUES::contains);
    }
}
