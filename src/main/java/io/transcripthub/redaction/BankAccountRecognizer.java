package io.transcripthub.redaction;

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
        Cues cues = call.context().cues();
        int token = run.first().token();
        int index = cues.indexFrom(token) - 1;
        return index >= 0
                && cues.get(index).topic().equals(Topic.BANK)
                && call.tokens().utterance(cues.get(index).token()) == run.utterance()
                && token - cues.get(index).tokenEnd() <= MOST_WORDS_BETWEEN
                && call.context().hardWords(cues.get(index).tokenEnd(), token) == 0
                && isKindOfAccount(call.word(cues.get(index).token()).text());
    }

    private static boolean isKindOfAccount(String word) {
        return switch (word) {
            case "bank", "savings", "checking", "chequing", "current", "deposit" -> true;
            default -> false;
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
