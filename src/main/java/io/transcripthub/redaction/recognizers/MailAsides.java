package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;

/** What is said between the local part of a spoken mail address and its "at": "let me see", "all one word", "with a q v". */
final class MailAsides {
    private static final int LONGEST_STALLING = 8;
    private static final int LONGEST_MANNER = 5;
    private static final int LONGEST = 14;
    private static final long STALLING =
            Role.HESITATION.bit | Role.CORRECTION.bit | Role.FILLER.bit | Role.LINK.bit | Role.SEPARATOR.bit;

    private final Call call;
    private final Tokens tokens;
    private final int at;
    private final boolean asked;

    /** @param asked whether somebody just spoke of mail */
    MailAsides(Call call, int at, boolean asked) {
        this.call = call;
        this.tokens = call.tokens();
        this.at = at;
        this.asked = asked;
    }

    /** The last token of the local part. */
    int before() {
        int first = tokens.first(tokens.utterance(at));
        if (isOpeningBracket(call.word(at - 1, tokens.utterance(at)))) {
            return at - 2;
        }
        return beforeSpelling(behindManner(behindStalling(), first), first);
    }

    /** Of "(at)", "[dot]". */
    static boolean isOpeningBracket(Word word) {
        return word.says("(") || word.says("[");
    }

    static boolean isClosingBracket(Word word) {
        return word.says(")") || word.says("]");
    }

    /** The token before ", with a q v,", ", that's g as in george,", "with two l's". */
    private int beforeSpelling(int last, int first) {
        for (int token = last; token > first + 1 && token > last - LONGEST; token--) {
            Word word = tokens.word(token);
            boolean apart = tokens.word(token - 1).says(",");
            int name = apart ? token - 2 : token - 1;
            if (isOpening(word, apart) && hasLetter(token, last) && name >= first && isName(name)) {
                return name;
            }
            if (word.isSpoken(Role.AT.bit | SpokenEmailRecognizer.CONNECTOR)) {
                return last;
            }
        }
        return last;
    }

    private static boolean isOpening(Word word, boolean apart) {
        return switch (word.text()) {
            case "that's", "thats", "spelled", "spelt" -> apart;
            case "with" -> true;
            default -> false;
        };
    }

    private boolean hasLetter(int from, int last) {
        for (int token = from; token <= last; token++) {
            if (tokens.word(token).isAny(Role.LETTER.bit) && !tokens.word(token).says("a")
                    || tokens.word(token).text().endsWith("'s") && tokens.end(token) - tokens.start(token) == 3) {
                return true;
            }
        }
        return false;
    }

    /** No "sure, that's g at ..", "my email, that's g at ..". */
    private boolean isName(int token) {
        return !tokens.word(token).isAny(Role.STOP.bit | Role.SOFT | Role.ANY_MARK | Role.PARTICLE.bit)
                && !call.context().cues().cover(token);
    }

    /** The token before "all lowercase", "one word". */
    private int behindManner(int last, int first) {
        if (last < first) {
            return last;
        }
        int token = tokens.word(last).is(Role.SEPARATOR) && last > first ? last - 1 : last;
        switch (tokens.word(token).text()) {
            case "lowercase", "uppercase", "case", "word", "caps", "spaces" -> token--;
            default -> {
                return last;
            }
        }
        while (token > first && token > last - LONGEST_MANNER && isOfManner(tokens.word(token))) {
            token--;
        }
        return token;
    }

    private static boolean isOfManner(Word word) {
        return word.is(Role.SEPARATOR)
                || switch (word.text()) {
                    case "all", "lower", "upper", "one", "no", "in", "as" -> true;
                    default -> false;
                };
    }

    /** The last token of the local part: "jane dot miller, let me see, at ..". */
    private int behindStalling() {
        int first = tokens.first(tokens.utterance(at));
        int token = at - 1;
        while (token > first
                && token > at - LONGEST_STALLING
                && tokens.word(token).isAny(STALLING | Role.ANY_MARK)) {
            token--;
        }
        boolean stalled = false;
        for (int i = token + 1; i < at; i++) {
            stalled |= tokens.word(i).isAny(Role.HESITATION.bit | Role.CORRECTION.bit | Role.FILLER.bit);
        }
        return stalled && asked ? token : at - 1;
    }
}
