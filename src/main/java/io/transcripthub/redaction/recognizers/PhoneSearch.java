package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.call.WrittenDates;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.recognizers.NumberingPlan.Fit;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;

/** Searches numbers of one region within digits that are asked for as a telephone number, or of which nothing is said. */
final class PhoneSearch {
    private static final int SHORTEST = 7;
    /** What is less is local, and needs more than "number" to be one. */
    private static final int COMPLETE = 10;

    /** E.164 has 15 digits at most, an international prefix such as 011 comes before. */
    private static final int LONGEST = 18;

    private final Call call;
    private final DigitRun whole;
    private final DigitRun run;
    private final DialledNumbers numbers;
    private final Topic topic;
    private final boolean asked;
    private final boolean open;

    /** @param whole what it is a part of */
    PhoneSearch(Call call, DigitRun whole, DigitRun run, Topic topic, DialledNumbers numbers) {
        this.call = call;
        this.whole = whole;
        this.run = run;
        this.numbers = numbers;
        this.topic = topic;
        this.asked = isAsked(topic);
        this.open = isOpen(topic);
    }

    /** Whether a number may be found where this is said of it; null if nothing is. */
    static boolean mayFind(Topic topic) {
        return isAsked(topic) || isOpen(topic);
    }

    private static boolean isAsked(Topic topic) {
        return Topic.PHONE.equals(topic) || Topic.PHONE_WEAK.equals(topic);
    }

    private static boolean isOpen(Topic topic) {
        return topic == null
                || Topic.EVENT.equals(topic)
                || Topic.PUBLIC.equals(topic)
                || Topic.IP.equals(topic)
                || topic.weak() && !topic.isHarmless();
    }

    void run(Claims claims) {
        for (int from = 0, to; (asked || open) && from < run.size(); from = Math.max(from + 1, to)) {
            to = WrittenDates.end(call, run, from);
            if (to == from) {
                to = longestEnd(from);
                if (to > from && (Topic.PHONE.equals(topic) || !numbers.isPublic(whole.digits()))) {
                    claims.claim(EntityType.PHONE, PhoneRecognizer.withSigns(call, run.part(from, to), claims));
                }
            }
        }
    }

    /** Index behind the last group of the longest number from a group on; that group's own if there is none. */
    private int longestEnd(int from) {
        int possible = from;
        for (int to = farthest(from); to > from && run.digitCount(from, to) >= SHORTEST; to--) {
            Fit fit = isNumber(from, to) ? fit(run.part(from, to)) : Fit.NONE;
            if (fit == Fit.VALID) {
                return to;
            }
            possible = fit == Fit.POSSIBLE && possible == from ? to : possible;
        }
        return possible;
    }

    private int farthest(int from) {
        int to = from;
        while (to < run.size() && run.digitCount(from, to + 1) <= LONGEST) {
            to++;
        }
        return to;
    }

    /** Two digits a group on average at least, else it is counting; a run of its own may be told digit by digit. */
    private boolean isNumber(int from, int to) {
        int digits = run.digitCount(from, to);
        boolean ends = to == run.size()
                || run.group(to).utterance() != run.group(to - 1).utterance();
        boolean begins = from == 0
                || run.group(from).joint() == DigitGroup.Joint.WORDS
                || from == 1 && run.group(1).token() > run.first().tokenEnd();
        return 2 * (to - from) <= digits || begins && ends;
    }

    private Fit fit(DigitRun number) {
        String text = call.text(number.utterance());
        boolean international = PhoneLayout.isInternational(text, number)
                || call.word(number.first().token() - 1, number.utterance()).is(Role.PLUS);
        boolean written = international || PhoneLayout.isTypical(text, number);
        boolean behindOther = number.size() == run.size() - 1 && number.last().equals(run.last()) && !run.isWritten();
        boolean whole = number.size() == run.size() || behindOther;
        if (isCounting(run)
                || !asked && !(open && (written || whole && !PhoneLayout.isVersion(number)))
                || PhoneLayout.isPartOfWord(call, number)) {
            return Fit.NONE;
        }
        String digits = number.digits();
        boolean trunk = digits.startsWith("0") && !digits.startsWith("00") && digits.length() >= COMPLETE;
        boolean named = asked
                && (Topic.PHONE.equals(topic)
                        || number.length() >= COMPLETE
                        || number.isWritten() && number.size() > 1);
        boolean possibleIsEnough = named || written || trunk;
        if (!possibleIsEnough && !numbers.mayBeGivenOut(digits)) {
            return Fit.NONE;
        }
        Fit fit = international ? numbers.fitInternational(digits) : numbers.fit(digits);
        boolean abroad = fit == Fit.NONE
                && asked
                && whole
                && !number.isWritten()
                && number.utterance() == number.last().utterance()
                && digits.length() > COMPLETE + 1;
        fit = abroad ? numbers.fitAbroad(digits) : fit;
        return possibleIsEnough || fit == Fit.VALID ? fit : Fit.NONE;
    }

    /** Up or down, one after the other. */
    private static boolean isCounting(DigitRun number) {
        String digits = number.digits();
        boolean up = digits.length() >= SHORTEST;
        for (int i = 1; i < SHORTEST && up; i++) {
            up = digits.charAt(i) == digits.charAt(i - 1) + 1;
        }
        return up || digits.startsWith("1098765");
    }
}
