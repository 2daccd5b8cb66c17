package io.transcripthub.redaction.call;

import io.transcripthub.redaction.words.Role;

/** Tells by the caller's words that a number is the company's: the caller has dialled it, or found it on its website. */
final class AnsweringLines {
    private static final int FEW_WORDS = 6;

    private AnsweringLines() {}

    /** @param asked whether somebody's telephone number was asked for */
    static boolean isOne(Call call, DigitRun run, boolean asked) {
        return isClaimedBehind(call, run)
                || !call.isAgent(run.utterance()) && (isYours(call, run) || !asked && isDialled(call, run));
    }

    /** ".., that's us", ".., is that you guys" */
    private static boolean isClaimedBehind(Call call, DigitRun run) {
        int utterance = run.last().utterance();
        int end = run.last().tokenEnd();
        for (int token = end; token < end + FEW_WORDS; token++) {
            String next = call.word(token + 1, utterance).text();
            boolean company =
                    switch (call.word(token, utterance).text()) {
                        case "that's", "is", "thats" -> next.equals("us") || next.equals("ours");
                        case "that" ->
                            next.equals("you")
                                    && call.word(token - 1, utterance).says("is");
                        case "you" -> next.equals("guys");
                        default -> false;
                    };
            if (company) {
                return true;
            }
        }
        return false;
    }

    /** "is your number still ..", "your website says ..", "i called you on ..", from the caller. */
    private static boolean isYours(Call call, DigitRun run) {
        int first = Math.max(PublicNumbers.clauseStart(call, run), run.first().token() - FEW_WORDS);
        for (int token = run.first().token() - 1; token >= first; token--) {
            switch (call.word(token).text()) {
                case "me", "my", "mine", "i'm", "us", "our", "have", "her", "his" -> {
                    return false;
                }
                case "your" -> {
                    return isLineOrPlace(call.word(token + 1).text());
                }
                case "you" -> {
                    return isDialledVerb(call.word(token - 1, run.utterance()).text());
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isLineOrPlace(String word) {
        return switch (word) {
            case "number",
                    "line",
                    "phone",
                    "website",
                    "site",
                    "office",
                    "desk",
                    "front",
                    "main",
                    "switchboard",
                    "reception",
                    "branch",
                    "store",
                    "shop",
                    "helpline",
                    "hotline",
                    "own" -> true;
            default -> false;
        };
    }

    /** "i rang 512 555 0100 and they said .." */
    private static boolean isDialled(Call call, DigitRun run) {
        int verb = run.first().token() - 1;
        verb -= call.word(verb, run.utterance()).is(Role.PLUS) ? 1 : 0;
        int end = run.last().tokenEnd();
        return isDialledVerb(call.word(verb, run.utterance()).text())
                && switch (call.word(verb - 1, run.utterance()).text()) {
                    case "i", "we", "i've", "we've", "just", "already" -> true;
                    default -> false;
                }
                && call.tokens().last(run.last().utterance()) > end;
    }

    private static boolean isDialledVerb(String word) {
        return switch (word) {
            case "called", "rang", "phoned", "dialed", "dialled", "tried" -> true;
            default -> false;
        };
    }
}
