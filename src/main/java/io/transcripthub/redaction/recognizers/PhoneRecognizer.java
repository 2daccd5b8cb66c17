package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.call.PublicNumbers;
import io.transcripthub.redaction.call.WrittenDates;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Form;
import io.transcripthub.redaction.recognizers.NumberingPlan.Fit;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * PHONE: what is given for a phone number; digit groups that libphonenumber calls valid in the call's region, unless the
 * words around them say that they number something else; and groups of merely possible length (fictional numbers such as
 * 555-123-4567) that a plus sign or a typical layout makes a phone number. Of a longer run the longest such number counts,
 * from left to right; dates are stepped over. What a company gives to everybody stays.
 */
final class PhoneRecognizer implements Recognizer {
    private static final int SHORTEST = 7;
    private static final int LONGEST_GIVEN = 15;
    /** What is less is local, and needs more than "number" to be one. */
    private static final int COMPLETE = 10;

    /** Words of a phrase, and the bracket behind it. */
    private static final int BESIDE = 4;

    private static final int LONGEST_WITH_CORRECTION = 26;

    /** By region; there are no more than countries. */
    private final Map<String, NumberingPlan> plans = new ConcurrentHashMap<>();

    @Override
    public void recognize(Call call, Claims claims) {
        NumberingPlan plan = null;
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.length() >= SHORTEST) {
                plan = plan == null ? plans.computeIfAbsent(call.language().region(), NumberingPlan::new) : plan;
                recognize(call, behindPronoun(call, run), plan, claims);
            }
        }
    }

    /** "the home one, oh two double five ..": before a zero it is no digit. */
    private static DigitRun behindPronoun(Call call, DigitRun run) {
        boolean pronoun = run.size() > 1
                && run.first().digits().equals("1")
                && run.digits().startsWith("10")
                && run.length() > COMPLETE
                && !run.isWritten()
                && call.tokens().first(run.utterance()) < run.first().token();
        return pronoun ? run.part(1, run.size()) : run;
    }

    private static void recognize(Call call, DigitRun run, NumberingPlan plan, Claims claims) {
        if (call.isMeasure(run) || isSpelled(call, run)) {
            return;
        }
        Topic topic =
                call.context().topic(run.first().token(), run.last().tokenEnd(), Math.min(run.length(), LONGEST_GIVEN));
        topic = isAskedOfCaller(call, run, topic) ? Topic.PHONE_WEAK : topic;
        boolean harmless = topic == null || topic.weak()
                ? call.topic(run) != null && call.topic(run).isHarmless()
                : false;
        if (PhoneLayout.hasAreaCode(call.text(run.utterance()), run)) {
            harmless = topic != null && topic.isHarmless() && isNamedBeside(call, run, topic);
            topic = topic != null && topic.isHarmless() ? null : topic;
        }
        harmless |= topic == null && isLabelledByAgent(call, run);
        if (harmless || call.isEcho(run) || PublicNumbers.isPublic(call, run, topic)) {
            return;
        }
        boolean corrected = run.has(DigitGroup.Joint.CORRECTION)
                || run.utterance() != run.last().utterance();
        if ((Topic.PHONE.equals(topic) || PublicNumbers.isToBeCalled(call, run))
                && run.length() <= (corrected ? LONGEST_WITH_CORRECTION : LONGEST_GIVEN)
                && !call.isDate(run)
                && !PhoneLayout.isPartOfWord(call, run)
                && (!run.has(DigitGroup.Joint.COLON) || run.length() == COMPLETE)) {
            claims.claim(EntityType.PHONE, withSigns(call, run, claims));
            return;
        }
        for (DigitRun part : run.split((left, right) -> !PhoneLayout.isClose(left, right))) {
            new Search(call, run, part, topic, plan).run(claims);
        }
    }

    /** "service number?" - "08 5550 1177": the agent does not ask for a company's line. */
    private static boolean isAskedOfCaller(Call call, DigitRun run, Topic topic) {
        return Topic.PUBLIC.equals(topic)
                && !call.isAgent(run.utterance())
                && run.topicWithin(call.context()) == null
                && run.utterance() > 0
                && call.isAgent(run.utterance() - 1);
    }

    /** "your item number is (404) 555 0771" */
    private static boolean isNamedBeside(Call call, DigitRun run, Topic topic) {
        int token = run.first().token();
        return call.context().cues().hasBetween(Math.max(0, token - BESIDE), token, topic);
    }

    /** "file 514 555 0871", but not "on this number here, 514 555 0187?" */
    private static boolean isLabelledByAgent(Call call, DigitRun run) {
        return call.isAgent(run.utterance())
                && call.context().isLabelled(run.first().token())
                && !call.word(run.last().tokenEnd(), run.last().utterance())
                        .text()
                        .equals("?");
    }

    /** The plus sign and the bracket before it go as well. */
    private static DigitRun withSigns(Call call, DigitRun number, Claims claims) {
        int start = PhoneLayout.start(call.text(number.utterance()), number);
        if (start < number.start()) {
            claims.claim(EntityType.PHONE, number.utterance(), start, number.start() + 1);
        }
        return number;
    }

    /** "W X 900 314 7728" is one identifier. */
    private static boolean isSpelled(Call call, DigitRun number) {
        DigitGroup before = call.groups().endingAt(number.first().token());
        return before != null && before.form() == Form.LETTER && before.utterance() == number.utterance()
                || call.isBehindCapitals(number);
    }

    private static final class Search {
        /** E.164 has 15 digits at most, an international prefix such as 011 comes before. */
        private static final int LONGEST = 18;

        private final Call call;
        private final DigitRun whole;
        private final DigitRun run;
        private final NumberingPlan plan;
        private final Topic topic;
        private final boolean asked;
        private final boolean open;

        Search(Call call, DigitRun whole, DigitRun run, Topic topic, NumberingPlan plan) {
            this.call = call;
            this.whole = whole;
            this.run = run;
            this.plan = plan;
            this.topic = topic;
            this.asked = Topic.PHONE.equals(topic) || Topic.PHONE_WEAK.equals(topic);
            this.open = topic == null
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
                    if (to > from && (Topic.PHONE.equals(topic) || !plan.isPublic(whole.digits()))) {
                        claims.claim(EntityType.PHONE, withSigns(call, run.part(from, to), claims));
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
            boolean behindOther =
                    number.size() == run.size() - 1 && number.last().equals(run.last()) && !run.isWritten();
            boolean whole = number.size() == run.size() || behindOther;
            if (isCounting(run)
                    || !asked && !(open && (written || whole && !PhoneLayout.isVersion(number)))
                    || PhoneLayout.isPartOfWord(call, number)) {
                return Fit.NONE;
            }
            String digits = number.digits();
            Fit fit = international ? plan.fitInternational(digits) : plan.fit(digits);
            boolean abroad = fit == Fit.NONE
                    && asked
                    && whole
                    && !number.isWritten()
                    && number.utterance() == number.last().utterance()
                    && digits.length() > COMPLETE + 1;
            fit = abroad ? plan.fitAbroad(digits) : fit;
            boolean trunk = digits.startsWith("0") && !digits.startsWith("00") && digits.length() >= 10;
            boolean named = asked
                    && (Topic.PHONE.equals(topic)
                            || number.length() >= COMPLETE
                            || number.isWritten() && number.size() > 1);
            return named || written || fit == Fit.VALID || trunk ? fit : Fit.NONE;
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
}
