package io.transcripthub.redaction.numbers;

import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;

/** Says by what two groups of digits are joined, and whether what is said around a number means nothing. */
final class Joints {
    private static final int LONGEST = 14;
    private static final int MOST_LINKS = 2;

    private final Tokens tokens;

    Joints(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param to the token that the right one begins with
     * @param digits those of the right one
     */
    Joint between(DigitGroup left, int to, String digits) {
        int from = left.tokenEnd();
        if (left.utterance() != tokens.utterance(to) || to - from > LONGEST) {
            return Joint.NONE;
        }
        if (from == to) {
            return Joint.PLAIN;
        }
        boolean of = to - from == 1 && tokens.word(from).says("of");
        return of && (isMonthOfYear(left, digits) || isDayOfMonth(left, to, digits)) ? Joint.SLASH : joint(from, to);
    }

    /** "two of twenty eight", "ten of two thousand twenty nine". */
    private static boolean isMonthOfYear(DigitGroup left, String digits) {
        return left.isMonth() && ExpiryDigits.isYear(digits);
    }

    /** "17 of 10, 1963" */
    private boolean isDayOfMonth(DigitGroup left, int to, String digits) {
        int utterance = tokens.utterance(to);
        int behind = tokens.word(to + 1, utterance).is(Role.SEPARATOR) ? to + 2 : to + 1;
        return left.size() <= 2
                && digits.length() <= 2
                && tokens.word(behind, utterance).isAny(Role.NUMBER);
    }

    private Joint joint(int from, int to) {
        long seen = 0;
        int links = 0;
        boolean other = false;
        for (int token = from; token < to; token++) {
            Word word = tokens.word(token);
            if (!word.isAny(Role.GLUE)) {
                if (!isKey(word) && !(tokens.word(to).is(Role.LETTER) && isCase(word))) {
                    return Joint.NONE;
                }
                seen |= Role.FILLER.bit;
                continue;
            }
            if (isOther(token)) {
                return Joint.NONE;
            }
            boolean link =
                    word.is(Role.LINK) && !word.isAny(Role.FILLER.bit | Role.CORRECTION.bit | Role.SEPARATOR.bit);
            links += link ? 1 : 0;
            other |= link && word.says("one");
            seen |= link ? Role.LINK.bit : word.roles();
        }
        if (other && !has(seen, Role.CORRECTION)) {
            return Joint.NONE;
        }
        boolean stalling = has(seen, Role.HESITATION) || has(seen, Role.CORRECTION);
        if (links > 0 && !stalling && (links > MOST_LINKS || !has(seen, Role.FILLER))) {
            return Joint.NONE;
        }
        return kind(seen);
    }

    /** "five five, star, nine" */
    private static boolean isKey(Word word) {
        return word.is(Role.PARTICLE) && (word.says("star") || word.says("hash"));
    }

    /** "p, capital a, four one" */
    private static boolean isCase(Word word) {
        return switch (word.text()) {
            case "capital", "uppercase", "lowercase", "letter" -> true;
            default -> false;
        };
    }

    /** "and the old one was 1122": not the rest of what was said before. */
    boolean isOther(int token) {
        Word word = tokens.word(token);
        return word.is(Role.LINK)
                && word.says("one")
                && switch (tokens.word(token - 1, tokens.utterance(token)).text()) {
                    case "old", "new", "other", "second", "current", "previous", "expired", "last" -> true;
                    default -> false;
                };
    }

    private static Joint kind(long seen) {
        if (has(seen, Role.CORRECTION)) {
            return Joint.CORRECTION;
        }
        if (has(seen, Role.SLASH)) {
            return Joint.SLASH;
        }
        if (has(seen, Role.COLON)) {
            return Joint.COLON;
        }
        if (has(seen, Role.DASH)) {
            return Joint.DASH;
        }
        if (has(seen, Role.DOT)) {
            return Joint.DOT;
        }
        return has(seen, Role.FILLER) || has(seen, Role.HESITATION) || has(seen, Role.LINK) ? Joint.WORDS : Joint.PLAIN;
    }

    private static boolean has(long seen, Role role) {
        return (seen & role.bit) != 0;
    }
}
