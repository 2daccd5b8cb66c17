package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.call.PublicNumbers;
import io.transcripthub.redaction.call.WrittenDates;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Form;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.List;

/**
 * SSN: nine digits that the Social Security Administration may have issued, written 3-2-4 with separators; and whatever is
 * given for a social security number, its last four digits too.
 */
final class SsnRecognizer implements Recognizer {
    private static final int DIGITS = 9;
    private static final int LAST_DIGITS = 4;
    /** Nine digits, of which some are said twice. */
    private static final int LONGEST = 13;

    private static final int MOST_CUES = 8;
    private static final int PARTS = 3;
    private static final int AREA = 3;
    private static final int AREA_AND_GROUP = 5;

    @Override
    public void recognize(Call call, Claims claims) {
        boolean mentioned = call.mentions(Topic.SSN);
        int shortest = mentioned ? LAST_DIGITS : DIGITS;
        for (DigitRun whole : claims.unclaimed(call.digitRuns())) {
            if (whole.length() == 2 * DIGITS) {
                claimTwo(call, whole, claims);
            }
            DigitRun run = whole.length() < shortest ? whole : call.behindNamedDate(whole);
            if (run.length() >= shortest && !call.isInNamedDate(run) && !isOther(call, run)) {
                Topic topic = call.topic(run);
                if ((!call.isMeasure(run) || call.isPlainCardinal(run) && isAsked(call, run.utterance() - 1))
                        && !PublicNumbers.isTollFree(run)
                        && (isLastOfSocial(call, run, topic)
                                || Topic.SSN.equals(topic)
                                || mentioned && isOpen(topic) && isNumber(run) && !isOfSomethingElse(call, run))) {
                    claims.claim(EntityType.SSN, run);
                } else if (run.length() >= DIGITS
                        && (topic == null || !topic.isHarmless())
                        && !call.context().isLabelled(run.first().token())
                        && !isOfSomethingElse(call, run)) {
                    if (run.size() >= PARTS) {
                        for (DigitRun part : run.byUtterance()) {
                            recognizeWritten(call, part, claims);
                        }
                    }
                    if (isOpen(topic) && isNumber(run) && isPaused(call, run)) {
                        claims.claim(EntityType.SSN, run);
                    }
                }
            }
        }
    }

    private static boolean isAsked(Call call, int question) {
        return question >= 0 && call.context().cues().hasIn(question, Topic.SSN);
    }

    /** "three one seven, six oh, eight eight four two and three one seven .." */
    private static void claimTwo(Call call, DigitRun run, Claims claims) {
        List<DigitRun> both = run.split((left, right) -> right.joint() == DigitGroup.Joint.WORDS);
        if (both.size() == 2 && both.stream().allMatch(SsnRecognizer::isNumber) && Topic.SSN.equals(call.topic(run))) {
            both.forEach(one -> claims.claim(EntityType.SSN, one));
        }
    }

    /** A form of the tax office in a sentence, a date in figures, or far too many digits in one go. */
    private static boolean isOther(Call call, DigitRun run) {
        return isForm(run.digits()) && isAmidWords(call, run)
                || WrittenDates.end(call, run, 0) > 0
                || run.length() > LONGEST
                        && run.utterance() == run.last().utterance()
                        && !run.has(DigitGroup.Joint.CORRECTION);
    }

    /** "ten ninety nine i think", but not "it's ten ninety nine" */
    private static boolean isAmidWords(Call call, DigitRun run) {
        Tokens tokens = call.tokens();
        int words = tokens.last(run.utterance()) - tokens.first(run.utterance());
        return words - (run.last().tokenEnd() - run.first().token()) > 1;
    }

    private static boolean isForm(String digits) {
        return switch (digits) {
            case "1040", "1095", "1098", "1099" -> true;
            default -> false;
        };
    }

    /** "i have a social ending in 2901" */
    private static boolean isLastOfSocial(Call call, DigitRun run, Topic topic) {
        Cues cues = call.context().cues();
        int token = run.first().token();
        return Topic.LAST_FOUR.equals(topic)
                && run.length() == LAST_DIGITS
                && (cues.hasBetween(call.tokens().first(run.utterance()), token, Topic.SSN) || isOfOther(call, token));
    }

    /** "and the last four of your son's", where a social was asked for before */
    private static boolean isOfOther(Call call, int token) {
        Cues cues = call.context().cues();
        int last = cues.indexFrom(token) - 1;
        int index = last;
        while (index >= 0
                && index > last - MOST_CUES
                && !cues.get(index).topic().equals(Topic.LAST_FOUR)) {
            index--;
        }
        if (index < 0) {
            return false;
        }
        int of = cues.get(index).tokenEnd();
        int utterance = call.tokens().utterance(of - 1);
        return call.word(of, utterance).says("of")
                && (call.word(of + 1, utterance).is(Role.OTHER)
                        || call.word(of + 2, utterance).is(Role.OTHER))
                && Topic.SSN.equals(call.context().lastAsked(of));
    }

    /** "d 659 71 5526", "i've opened dispute 659 71 5526" */
    private static boolean isOfSomethingElse(Call call, DigitRun run) {
        return call.isBehindLetter(run)
                || call.isAgent(run.utterance())
                        && (call.context().isLabelled(run.first().token()) || isNumberOfSomething(call, run));
    }

    /** "the letter's number is .." */
    private static boolean isNumberOfSomething(Call call, DigitRun run) {
        int token = run.first().token();
        return call.word(token - 1, run.utterance()).says("is")
                && call.word(token - 2, run.utterance()).says("number");
    }

    private static boolean isOpen(Topic topic) {
        return topic == null || topic.equals(Topic.EVENT) || topic.weak() && !topic.isHarmless();
    }

    private static boolean isNumber(DigitRun run) {
        return run.length() == DIGITS && isIssuable(run.digits());
    }

    /** "seven six two, six two, three four nine oh" */
    private static boolean isPaused(Call call, DigitRun run) {
        if (run.utterance() != run.last().utterance() || run.size() < PARTS) {
            return false;
        }
        int pauses = 0;
        boolean dashed = run.size() == DIGITS;
        for (int i = 1; i < run.size(); i++) {
            int before = run.group(i).token() - 1;
            boolean pause = before >= run.group(i - 1).tokenEnd()
                    && call.word(before).isAny(Role.SEPARATOR.bit | Role.DASH.bit)
                    && !(dashed && call.word(before).is(Role.DASH));
            int digits = run.digitCount(0, i);
            if (pause != (digits == AREA || digits == AREA_AND_GROUP)) {
                return false;
            }
            pauses += pause ? 1 : 0;
        }
        return pauses == PARTS - 1;
    }

    private static void recognizeWritten(Call call, DigitRun run, Claims claims) {
        for (int from = 0; from + 3 <= run.size(); from++) {
            if (isGrouped(run, from)
                    && isIssuable(run.part(from, from + 3).digits())
                    && !isTied(call, run, from)
                    && !isTied(call, run, from + 3)) {
                claims.claim(EntityType.SSN, run.part(from, from + 3));
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

    private static boolean isGrouped(DigitRun run, int from) {
        return isWritten(run.group(from), 3) && isWritten(run.group(from + 1), 2) && isWritten(run.group(from + 2), 4);
    }

    private static boolean isWritten(DigitGroup group, int size) {
        return group.form() == Form.WRITTEN && group.size() == size;
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
}
