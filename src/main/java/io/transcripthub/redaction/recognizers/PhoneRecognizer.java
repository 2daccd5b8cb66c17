package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.call.PublicNumbers;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Form;
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
        DialledNumbers numbers = new DialledNumbers(() -> plan(call));
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.length() >= SHORTEST) {
                recognize(call, behindPronoun(call, run), numbers, claims);
            }
        }
    }

    private NumberingPlan plan(Call call) {
        return plans.computeIfAbsent(call.language().region(), NumberingPlan::new);
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

    private static void recognize(Call call, DigitRun run, DialledNumbers numbers, Claims claims) {
        if (call.isMeasure(run) || isSpelled(call, run)) {
            return;
        }
        Topic topic = said(call, run);
        topic = isAskedOfCaller(call, run, topic) ? Topic.PHONE_WEAK : topic;
        boolean harmless = topic == null || topic.weak()
                ? call.topic(run) != null && call.topic(run).isHarmless()
                : false;
        if (PhoneLayout.hasAreaCode(call.text(run.utterance()), run)) {
            harmless = topic != null && topic.isHarmless() && isNamedBeside(call, run, topic);
            topic = topic != null && topic.isHarmless() ? null : topic;
        }
        harmless |= topic == null && isLabelledByAgent(call, run);
        if (harmless || isOfOther(call, run, topic) || call.isEcho(run) || PublicNumbers.isPublic(call, run, topic)) {
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
            new PhoneSearch(call, run, part, topic, numbers).run(claims);
        }
    }

    /** What is said of it; of a longer one, of as many of its digits as may be given. */
    private static Topic said(Call call, DigitRun run) {
        boolean whole = run.length() <= LONGEST_GIVEN && !run.has(DigitGroup.Joint.CORRECTION);
        return whole
                ? run.topic(call.context())
                : call.context()
                        .topic(run.first().token(), run.last().tokenEnd(), Math.min(run.length(), LONGEST_GIVEN));
    }

    private static boolean isOfOther(Call call, DigitRun run, Topic topic) {
        return !PhoneSearch.mayFind(topic) && !PublicNumbers.isToBeCalled(call, run);
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
                && !call.word(run.last().tokenEnd(), run.last().utterance()).says("?");
    }

    /** The plus sign and the bracket before it go as well. */
    static DigitRun withSigns(Call call, DigitRun number, Claims claims) {
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
}
