package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Topic;

/**
 * BANK_ROUTING: what is given for a routing number or a sort code; and, where both routing and account number are asked
 * for, nine digits with the American Bankers Association's checksum.
 */
final class RoutingRecognizer implements Recognizer {
    private static final int DIGITS = 9;
    private static final int SORT_CODE_DIGITS = 6;
    private static final int SORT_CODE_AND_ACCOUNT = 14;
    private static final int SHORTEST_ACCOUNT = 4;
    private static final int LONGEST_PAIR = DIGITS + 17;
    private static final int MOST_WORDS_BEHIND_BANK = 6;
    private static final int[] WEIGHTS = {3, 7, 1};

    @Override
    public void recognize(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (Topic.ROUTING.fits(run.length()) && !call.isMeasure(run)) {
                recognize(call, run, claims);
            } else if (run.length() > Topic.ROUTING.longest() && run.length() <= LONGEST_PAIR) {
                claimLong(call, run, claims);
            }
        }
    }

    private static void claimLong(Call call, DigitRun run, Claims claims) {
        boolean corrected = run.has(DigitGroup.Joint.CORRECTION) && run.length() <= 2 * DIGITS;
        if (!corrected && !(isAtBank(call) && mayBeWithAccount(call, run))) {
            return;
        }
        Topic topic = call.context().topic(run.first().token(), run.last().tokenEnd(), DIGITS);
        boolean asked = Topic.ROUTING.equals(topic);
        if (corrected && (asked || !isHarmless(topic) && isValidBehindCorrection(run))) {
            claims.claim(EntityType.BANK_ROUTING, run);
        } else if (isAtBank(call)
                && (asked || Topic.ACCOUNT.equals(topic) || topic == null || topic.weak() && !topic.isHarmless())) {
            claimWithAccount(run, asked || run.length() == SORT_CODE_AND_ACCOUNT && isBehindBank(call, run), claims);
        }
    }

    private static boolean isHarmless(Topic topic) {
        return topic != null && topic.isHarmless();
    }

    /** "0900003, sorry, 090000324" */
    private static boolean isValidBehindCorrection(DigitRun run) {
        return run.lengthBehindCorrection() == DIGITS && isValid(run.digits().substring(run.length() - DIGITS));
    }

    /** "021000021 and 3004912", "20 45 45" and "55779111": routing and account number in one breath or one after the other. */
    private static void claimWithAccount(DigitRun run, boolean asked, Claims claims) {
        int end = validEnd(run);
        end = end > 0 ? end : asked ? end(run, SORT_CODE_DIGITS) : 0;
        if (end > 0 && end < run.size() && (asked || run.length() - DIGITS >= SHORTEST_ACCOUNT)) {
            claims.claim(EntityType.BANK_ROUTING, run.part(0, end));
            claims.claim(EntityType.BANK_ACCOUNT, run.part(end, run.size()));
        }
    }

    /** A cheap look, before anybody asks what the number is about. */
    private static boolean mayBeWithAccount(Call call, DigitRun run) {
        return validEnd(run) > 0
                || call.context().isSpokenOf(Topic.ROUTING, run)
                || run.length() == SORT_CODE_AND_ACCOUNT && isBehindBank(call, run);
    }

    /** Index behind the groups of the routing number that it begins with, 0 if there is none. */
    private static int validEnd(DigitRun run) {
        int end = end(run, DIGITS);
        return end > 0 && isValid(run.part(0, end).digits()) ? end : 0;
    }

    /** Index behind the groups that have so many digits together, 0 if a group goes on there. */
    private static int end(DigitRun run, int digits) {
        int to = 1;
        while (to < run.size() && run.digitCount(0, to) < digits) {
            to++;
        }
        return run.digitCount(0, to) == digits ? to : 0;
    }

    private static void recognize(Call call, DigitRun run, Claims claims) {
        Topic topic = call.topic(run);
        boolean routing = Topic.ROUTING.equals(topic);
        boolean open = topic == null
                || topic.weak() && !topic.isHarmless()
                || isBehindBank(call, run)
                || Topic.PUBLIC.equals(topic) && run.length() == DIGITS;
        if (!routing && !open && !Topic.ACCOUNT.equals(topic)) {
            return;
        }
        int to = 1;
        while (to < run.size() && run.digitCount(0, to) < DIGITS) {
            to++;
        }
        boolean checked =
                run.digitCount(0, to) == DIGITS && isValid(run.part(0, to).digits());
        if (checked
                && (routing
                        || open && run.length() == DIGITS && (isAtBank(call) || isUnnamed(call, run))
                        || run.length() > DIGITS && !open
                        || call.asksBoth(run))) {
            claims.claim(EntityType.BANK_ROUTING, run.part(0, to));
        } else if (routing) {
            claims.claim(EntityType.BANK_ROUTING, run);
        }
    }

    /** "different bank that's 232492347", "checking at first horizon 063050356": whatever was spoken of before. */
    private static boolean isBehindBank(Call call, DigitRun run) {
        Cues cues = call.context().cues();
        int token = run.first().token();
        int index = cues.indexFrom(token) - 1;
        return index >= 0
                && cues.get(index).topic().equals(Topic.BANK)
                && call.tokens().utterance(cues.get(index).token()) == run.utterance()
                && token - cues.get(index).tokenEnd() <= MOST_WORDS_BEHIND_BANK;
    }

    private static boolean isAtBank(Call call) {
        return call.mentions(Topic.ROUTING) || call.mentions(Topic.BANK) || call.mentions(Topic.ACCOUNT);
    }

    /** Where nobody speaks of a bank, no word before it may say what it is. */
    private static boolean isUnnamed(Call call, DigitRun run) {
        return !call.context().isLabelled(run.first().token()) && !call.isBehindLetter(run);
    }

    /** Weights 3, 7, 1 in turn, a multiple of ten; the first two digits name a Federal Reserve district. */
    static boolean isValid(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += WEIGHTS[i % WEIGHTS.length] * (digits.charAt(i) - '0');
        }
        int district = Integer.parseInt(digits.substring(0, 2));
        boolean known = district <= 12
                || district >= 21 && district <= 32
                || district >= 61 && district <= 72
                || district == 80;
        return sum % 10 == 0 && known;
    }
}
