package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Topic;

/**
 * BANK_ACCOUNT: what is given for an account number, unless the call is with a clinic, a utility or a carrier and
 * nobody spoke of a bank: those have account numbers, too.
 */
final class BankAccountRecognizer implements Recognizer {
    private static final int SHORTEST_BEHIND = 6;
    private static final int LONGEST = 17;
    private static final int NEAR = 4;
    private static final int MOST_WORDS_BETWEEN = 4;
    private static final int LOOK_AHEAD = 6;

    @Override
    public void recognize(Call call, Claims claims) {
        boolean routing = claims.has(EntityType.BANK_ROUTING) || call.mentions(Topic.ROUTING);
        if (routing) {
            claimBehindRouting(call, claims);
        }
        if (call.mentions(Topic.ACCOUNT) || call.mentions(Topic.ACCOUNT_WEAK) || call.mentions(Topic.BANK)) {
            claimGiven(call, claims);
        }
        if (routing) {
            claimBehindRouting(call, claims);
        }
    }

    private static void claimGiven(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.length() >= Topic.ACCOUNT.shortest()
                    && !call.isMeasure(run)
                    && !call.isDate(run)
                    && !run.has(DigitGroup.Joint.COLON)
                    && (isAccount(call.topic(run)) || isBesideBank(call, run))
                    && !isAtUtility(call, run)) {
                claims.claim(EntityType.BANK_ACCOUNT, run);
            }
        }
    }

    /** What comes next to a routing number is the account number. */
    private static void claimBehindRouting(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            Topic topic = run.length() >= SHORTEST_BEHIND && run.length() <= LONGEST ? call.topic(run) : Topic.HARMLESS;
            boolean open = topic == null || topic.weak() && !topic.isHarmless() || Topic.ROUTING.equals(topic);
            if (open
                    && !isHarmless(call.context().lastAsked(run.first().token()))
                    && !call.isAgent(run.utterance())
                    && isBehindRouting(call, run, claims)
                    && !call.context().isLabelled(run.first().token())
                    && !call.isMeasure(run)
                    && !call.isDate(run)) {
                claims.claim(EntityType.BANK_ACCOUNT, run);
            }
        }
    }

    /** "and the amount of the paycheck?" */
    private static boolean isHarmless(Topic asked) {
        return asked != null && asked.isHarmless();
    }

    private static boolean isBehindRouting(Call call, DigitRun run, Claims claims) {
        int utterance = run.utterance();
        EntityType before = claims.typeBefore(utterance, run.start());
        int near = call.tokens().first(Math.max(0, utterance - 1));
        return EntityType.BANK_ROUTING.equals(before) && claims.has(before, utterance - NEAR, utterance)
                || EntityType.BANK_ACCOUNT.equals(before)
                        && call.context().cues().hasBetween(near, run.first().token(), Topic.ROUTING);
    }

    /** "the savings, 1307 7772 40", "bank, it's six double oh seven .." */
    private static boolean isBesideBank(Call call, DigitRun run) {
        Topic topic = call.topic(run);
        if (run.length() < SHORTEST_BEHIND
                || run.length() > LONGEST
                || topic != null && (!topic.weak() || topic.equals(Topic.PHONE_WEAK)) && !Topic.EVENT.equals(topic)) {
            return false;
        }
        int index = call.context().cues().indexFrom(run.first().token());
        return isBank(call, run, index - 1) || isBank(call, run, index);
    }

    /** Whether a cue is a bank, right before the number or behind it: "it goes to 1307 7772 at lloyds". */
    private static boolean isBank(Call call, DigitRun run, int index) {
        Cues cues = call.context().cues();
        if (index < 0 || index == cues.size() || !cues.get(index).topic().equals(Topic.BANK)) {
            return false;
        }
        Cue bank = cues.get(index);
        boolean behind = bank.token() > run.first().token();
        int from = behind ? run.last().tokenEnd() : bank.tokenEnd();
        int to = behind ? bank.token() : run.first().token();
        return call.tokens().utterance(bank.token()) == (behind ? run.last().utterance() : run.utterance())
                && (behind ? isIn(call.word(to - 1).text()) && to - from == 1 : to - from <= MOST_WORDS_BETWEEN)
                && call.context().hardWords(from, to) == 0
                && isKindOfAccount(call.word(bank.token()).text());
    }

    private static boolean isIn(String word) {
        return word.equals("at") || word.equals("with") || word.equals("in") || word.equals("from");
    }

    /** Not "the wire, 1307 7772": a bank's name, or a kind of account. */
    private static boolean isKindOfAccount(String word) {
        return switch (word) {
            case "wire",
                    "payroll",
                    "ach",
                    "payout",
                    "overdraft",
                    "mortgage",
                    "transfer",
                    "standing",
                    "bacs",
                    "reimburse",
                    "direct",
                    "voided",
                    "e",
                    "electronic" -> false;
            default -> true;
        };
    }

    private static boolean isAccount(Topic topic) {
        return Topic.ACCOUNT.equals(topic) || Topic.ACCOUNT_WEAK.equals(topic);
    }

    private static boolean isAtUtility(Call call, DigitRun run) {
        Cues cues = call.context().cues();
        int token = call.tokens().last(Math.min(call.size() - 1, run.utterance() + LOOK_AHEAD));
        return call.mentions(Topic.UTILITY)
                && !cues.hasBetween(0, token, Topic.BANK)
                && !cues.hasBetween(0, token, Topic.ROUTING)
                && !cues.hasBetween(0, token, Topic.IBAN);
    }
}
