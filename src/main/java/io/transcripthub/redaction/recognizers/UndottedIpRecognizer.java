package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Topic;
import java.util.List;

/** IP_ADDRESS without the dots: "one ninety two one sixty eight one five". */
final class UndottedIpRecognizer implements Recognizer {
    private static final int PARTS = 4;
    private static final int SHORTEST = 6;
    /** Of those whose digits are told one by one. */
    private static final int SHORTEST_PLAIN = 8;

    private static final int LONGEST = 12;
    private static final int LONGEST_PART = 3;

    /** Of the same network are those that begin with the same digits. */
    private static final int NETWORK = 3;

    private static final int MOST_KNOWN = 20;

    @Override
    public void recognize(Call call, Claims claims) {
        List<KnownNumber> known = claims.numbers(number -> number.type().equals(EntityType.IP_ADDRESS), MOST_KNOWN);
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.length() >= SHORTEST
                    && run.length() <= LONGEST
                    && !call.isMeasure(run)
                    && (isWithoutDots(call, run) || isInNetwork(call, run, known))) {
                claims.claim(EntityType.IP_ADDRESS, run);
            }
        }
    }

    /** "before it was ten twenty three one forty three", where 10.20.3.144 was given. */
    private static boolean isInNetwork(Call call, DigitRun run, List<KnownNumber> known) {
        for (KnownNumber number : known) {
            if (number.digits().startsWith(run.digits().substring(0, NETWORK))) {
                Topic topic = call.topic(run);
                return isInParts(run)
                        && (topic == null || topic.weak() && !topic.isHarmless() || topic.equals(Topic.IP))
                        && !call.context().isLabelled(run.first().token())
                        && !call.isBehindLetter(run);
            }
        }
        return false;
    }

    private static boolean isWithoutDots(Call call, DigitRun run) {
        boolean asked = call.mentions(Topic.IP)
                && Topic.IP.equals(call.topic(run))
                && (run.has(Joint.DOT) || isInParts(run) || isFourNumbers(run) && isPlainAnswer(call, run));
        return !IpAddressRecognizer.isMask(run)
                && (asked || (isPrivate(call, run) || isSaidToHaveDots(call, run)) && isInParts(run));
    }

    /** "your ip?" - "one nine two one six eight one five" */
    private static boolean isPlainAnswer(Call call, DigitRun run) {
        return run.length() >= SHORTEST_PLAIN && run.topicWithin(call.context()) == null;
    }

    private static boolean isPrivate(Call call, DigitRun run) {
        if (!run.digits().startsWith("192168")) {
            return false;
        }
        Topic within = run.topicWithin(call.context());
        return within == null || !within.isHarmless();
    }

    /** "with dots", "dots in between" */
    private static boolean isSaidToHaveDots(Call call, DigitRun run) {
        int end = run.last().tokenEnd();
        int utterance = run.last().utterance();
        return call.word(end, utterance).says("dots")
                || call.word(end, utterance).says("with")
                        && call.word(end + 1, utterance).says("dots");
    }

    /** "eighty two thirteen nine two hundred": four numbers without the dots. */
    private static boolean isInParts(DigitRun run) {
        return run.size() < run.length() && isFourNumbers(run);
    }

    private static boolean isFourNumbers(DigitRun run) {
        return run.length() <= LONGEST
                && !run.has(Joint.COLON)
                && !run.digits().startsWith("1234567")
                && isSplit(run, 0, PARTS);
    }

    /** Whether the digits from an offset on are so many numbers up to 255; one that begins with zero is zero. */
    private static boolean isSplit(DigitRun run, int from, int parts) {
        if (parts == 0 || from == run.size()) {
            return parts == 0 && from == run.size();
        }
        if (run.digitCount(from, run.size()) > LONGEST_PART * parts || run.size() - from < parts) {
            return false;
        }
        for (int to = from + 1; to <= run.size() && run.digitCount(from, to) <= LONGEST_PART; to++) {
            String number = run.part(from, to).digits();
            boolean octet = Integer.parseInt(number) <= 255 && (number.length() == 1 || number.charAt(0) != '0');
            if (octet && isSplit(run, to, parts - 1)) {
                return true;
            }
        }
        return false;
    }
}
