package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;
import java.util.List;

/** A number that was taken back, "four zero no wait, ..", goes with the one that was meant. */
final class FalseStartRecognizer implements Recognizer {
    private static final int LONGEST_GAP = 16;
    private static final int SHORTEST_CORRECTED = 3;
    private static final int SHORTEST_ANEW = 4;
    private static final int MOST_KNOWN = 100;
    private static final int MOST_UTTERANCES = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        if (claims.isEmpty()) {
            return;
        }
        if (call.tokens().has(Role.CORRECTION.bit)) {
            claimTakenBack(call, claims);
        }
        claimGivenAnew(call, claims);
    }

    private static void claimTakenBack(Call call, Claims claims) {
        for (DigitRun run : call.digitRuns()) {
            if (isCorrected(call, run.utterance(), run.last().utterance()) && claims.touchAny(run)) {
                claimBegun(call, run, claims);
            }
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            int last = run.last().utterance();
            if (!isCorrected(call, last, last)) {
                continue;
            }
            EntityType inOneGo = meant(call, run, claims);
            EntityType meant = inOneGo == null ? meantNext(call, run, claims) : inOneGo;
            if (meant != null && !call.isMeasure(run)) {
                claim(call, run, meant, claims);
            }
        }
    }

    /** A cheap look: whether one of the utterances [first, last] has a word of correction. */
    private static boolean isCorrected(Call call, int first, int last) {
        int utterance = first;
        while (utterance <= last && !call.tokens().hasIn(utterance, Role.CORRECTION.bit)) {
            utterance++;
        }
        return utterance <= last;
    }

    /** "oh four eight, uh, hold on" - "it's at the bottom left" - "oh four oh eight four ..": it begins in the same way. */
    private static void claimGivenAnew(Call call, Claims claims) {
        List<KnownNumber> known = claims.numbers(number -> number.digits().length() >= SHORTEST_ANEW, MOST_KNOWN);
        for (DigitRun run : known.isEmpty() ? List.<DigitRun>of() : claims.unclaimed(call.digitRuns())) {
            for (KnownNumber number : known) {
                if (isBeginning(call, run, number)) {
                    claim(call, run, number.type(), claims);
                    break;
                }
            }
        }
    }

    private static boolean isBeginning(Call call, DigitRun run, KnownNumber number) {
        int utterance = run.last().utterance();
        if (utterance >= number.firstUtterance()
                || utterance < number.firstUtterance() - MOST_UTTERANCES
                || run.length() < (call.context().hardWords(utterance) == 0 ? 2 : SHORTEST_CORRECTED)
                || run.length() >= number.digits().length()
                || !call.isSameSpeaker(utterance, number.firstUtterance())
                || call.isMeasure(run)
                || call.isInNamedDate(run)
                || call.isDate(run)) {
            return false;
        }
        Topic topic = call.topic(run);
        return (topic == null || !topic.isHarmless())
                && !call.context().isLabelled(run.first().token())
                && !call.word(run.first().token() - 1, run.utterance()).is(Role.UNIT_PART)
                && (number.digits().startsWith(run.digits())
                        || (isBrokenOff(call, run) || isAllButOne(call, run, number))
                                && number.digits().startsWith(run.digits().substring(0, 2)));
    }

    /** "two two uh nine" - "only three of four" - "two two seven nine" */
    private static boolean isAllButOne(Call call, DigitRun run, KnownNumber number) {
        return run.length() == number.digits().length() - 1 && call.context().hardWords(run.utterance()) == 0;
    }

    /** Whether nothing but a hesitation or a correction follows in the utterance. */
    private static boolean isBrokenOff(Call call, DigitRun run) {
        int utterance = run.last().utterance();
        boolean stalled = false;
        int end = run.last().tokenEnd();
        if (call.tokens().last(utterance) > end + LONGEST_GAP) {
            return false;
        }
        for (int token = end; token < call.tokens().last(utterance); token++) {
            stalled |= call.word(token).isAny(Role.HESITATION.bit | Role.CORRECTION.bit);
        }
        return stalled
                && !call.groups()
                        .hasBetween(run.last().tokenEnd(), call.tokens().last(utterance));
    }

    /** "nine triple, no, ..": what was begun behind a number that is claimed. */
    private static void claimBegun(Call call, DigitRun run, Claims claims) {
        for (int i = 0; i < run.size(); i++) {
            DigitGroup group = run.group(i);
            int utterance = group.utterance();
            int end = group.tokenEnd();
            end += call.word(end, utterance).is(Role.SEPARATOR) ? 1 : 0;
            if (!isBegun(call.word(end, utterance)) || claims.touch(end, end + 1)) {
                continue;
            }
            int next = end + 1;
            while (next < end + LONGEST_GAP && call.word(next, utterance).isAny(Role.ANY_MARK | Role.FILLER.bit)) {
                next++;
            }
            boolean said = call.word(next, utterance).is(Role.CORRECTION)
                    || call.word(next, utterance).says("i")
                            && call.word(next + 1, utterance).is(Role.CORRECTION);
            EntityType type = said ? claims.typeAt(utterance, group.start()) : null;
            if (type != null) {
                claims.claimTokens(type, group.token(), end + 1);
            }
        }
    }

    private static void claim(Call call, DigitRun run, EntityType meant, Claims claims) {
        for (DigitRun part : run.byUtterance()) {
            claimPart(call, part, meant, claims);
        }
    }

    /** With the words that were begun: "may oh thirty, sorry", "nine triple, no". */
    private static void claimPart(Call call, DigitRun part, EntityType meant, Claims claims) {
        int from = part.first().token();
        int to = part.last().tokenEnd();
        from -= call.word(from - 1, part.utterance()).is(Role.MONTH) ? 1 : 0;
        while (isBegun(call.word(to, part.utterance())) && !claims.touch(to, to + 1)) {
            to++;
        }
        claims.claimTokens(meant, from, to);
    }

    private static boolean isBegun(Word word) {
        return word.isAny(Role.REPEAT.bit | Role.MONTH.bit | Role.ORDINAL.bit) || word.says("oh") || word.says("of");
    }

    /** "four triple one, sorry, i am reading wrongly" - "slowly please" - "four four one one ..": null if it is not so. */
    private static EntityType meantNext(Call call, DigitRun run, Claims claims) {
        int last = run.last().utterance();
        int from = run.last().tokenEnd();
        int next = last + 2;
        if (run.length() < SHORTEST_CORRECTED
                || next >= call.size()
                || !call.isSameSpeaker(last, next)
                || !isTakenBack(call, run)
                || call.groups().hasBetween(from, call.tokens().last(last))
                || call.topic(run) != null && call.topic(run).isHarmless()) {
            return null;
        }
        int token = call.tokens().first(next);
        while (token < call.tokens().last(next) && isSmall(call.word(token)) && !claims.touch(token, token + 1)) {
            token++;
        }
        boolean claimed = token < call.tokens().last(next) && claims.touch(token, token + 1);
        EntityType type = claimed ? claims.typeAt(next, call.tokens().start(token)) : null;
        return EntityType.CREDIT_CARD.equals(type) ? type : null;
    }

    private static boolean isTakenBack(Call call, DigitRun run) {
        int from = run.last().tokenEnd();
        int to = Math.min(call.tokens().last(run.last().utterance()), from + LONGEST_GAP);
        for (int token = from; token < to; token++) {
            if (call.word(token).is(Role.CORRECTION)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmall(Word word) {
        return word.isAny(Role.SOFT | Role.ANY_MARK | Role.STOP.bit);
    }

    private static EntityType meant(Call call, DigitRun run, Claims claims) {
        int utterance = run.last().utterance();
        int token = run.last().tokenEnd();
        int last = Math.min(call.tokens().last(utterance), token + LONGEST_GAP);
        boolean corrected = false;
        for (; token < last && claims.touch(token, last); token++) {
            if (claims.touch(token, token + 1)) {
                return corrected ? claims.typeAt(utterance, call.tokens().start(token)) : null;
            }
            if (call.groups().at(token) != null && !isBegun(call.word(token))) {
                return null;
            }
            corrected |= call.word(token).is(Role.CORRECTION);
        }
        return null;
    }
}
