package io.transcripthub.redaction.numbers;

import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;
import java.util.List;

/** Tells whether "oh" is a zero or a sigh. */
final class Zeros {
    private static final int LONGEST_STALLING = 4;

    private final Tokens tokens;
    /** What was read before the token that is asked for. */
    private List<DigitGroup> groups = List.of();
    /** The last of them, or null. */
    private DigitGroup previous;

    Zeros(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "oh" is a digit beside another one, unless it begins a sigh: "oh, four", "oh sorry". */
    boolean isZero(int token, List<DigitGroup> before) {
        groups = before;
        previous = before.isEmpty() ? null : before.get(before.size() - 1);
        Word after = wordAt(token + 1, token);
        boolean hyphen = after.is(Role.DASH) && wordAt(token + 2, token).isAny(Role.NUMBER);
        if (after.isAny(Role.NUMBER)
                || hyphen && tokens.adjoins(token + 1)
                || isStalled(token, after)
                || isAllThatIsSaid(token) && isBetweenNumbers(token)
                || isFirstOfSeveral(token, after)) {
            return true;
        }
        return isBehindNumber(token)
                && (!isSighed(after.text())
                        || previous.tokenEnd() == token
                                && (tokens.word(token - 1).is(Role.OH) || isClause(after.text()))
                        || isFourth(token)
                        || after.is(Role.LETTER) && wordAt(token + 2, token).isAny(Role.SPELLED));
    }

    /** "seven, uh, oh, oh, three" */
    private boolean isStalled(int token, Word after) {
        if (previous == null || previous.utterance() != tokens.utterance(token)) {
            return false;
        }
        int first = token;
        while (first > previous.tokenEnd() && first > token - LONGEST_STALLING && isStalling(tokens.word(first - 1))) {
            first--;
        }
        return previous.tokenEnd() == first
                && after.is(Role.SEPARATOR)
                && wordAt(token + 2, token).isAny(Role.NUMBER);
    }

    private static boolean isStalling(Word word) {
        return word.is(Role.SEPARATOR) || word.says("uh") || word.says("um");
    }

    /** "it's oh, eight, double seven", but not "oh, eight" */
    private boolean isFirstOfSeveral(int token, Word after) {
        return after.is(Role.SEPARATOR)
                && wordAt(token + 2, token).isAny(Role.NUMBER)
                && token > tokens.first(tokens.utterance(token))
                && switch (tokens.word(token - 1).text()) {
                    case "it's", "its", "is", "that's" -> true;
                    default -> false;
                };
    }

    private boolean isAllThatIsSaid(int token) {
        int utterance = tokens.utterance(token);
        return tokens.last(utterance) - tokens.first(utterance) == 1;
    }

    /** "two" - "yes" - "oh" - "yes" - "one" */
    private boolean isBetweenNumbers(int token) {
        int utterance = tokens.utterance(token);
        return previous != null
                && previous.utterance() == utterance - 2
                && previous.tokenEnd() == tokens.last(utterance - 2)
                && tokens.last(utterance) < tokens.size()
                && isNumberBehind(utterance);
    }

    /** Whether one begins the utterance after next. */
    private boolean isNumberBehind(int utterance) {
        int other = tokens.utterance(tokens.last(utterance));
        int token = tokens.last(other);
        return token < tokens.size() && tokens.word(token).isAny(Role.NUMBER);
    }

    /** "five two five oh okay": the last of four digits that are said one by one. */
    private boolean isFourth(int token) {
        int digits = 0;
        int end = token;
        for (int index = groups.size() - 1; index >= 0 && digits <= 4; index--) {
            DigitGroup group = groups.get(index);
            if (group.tokenEnd() != end || group.form() != DigitGroup.Form.SPOKEN_DIGIT) {
                break;
            }
            digits += group.size();
            end = group.token();
        }
        return digits == 3;
    }

    /** "oh okay", "oh my" */
    private static boolean isSighed(String after) {
        return switch (after) {
            case "okay", "ok", "yes", "yeah", "right", "sure", "great", "good", "i", "my", "god", "that's", "it's" ->
                true;
            default -> false;
        };
    }

    /** "two five eight oh my kids know it" */
    private static boolean isClause(String after) {
        return switch (after) {
            case "i", "my", "that's", "it's" -> true;
            default -> false;
        };
    }

    private boolean isBehindNumber(int token) {
        return previous != null
                && previous.utterance() == tokens.utterance(token)
                && !previous.isLetter()
                && token - previous.tokenEnd() <= 1;
    }

    private Word wordAt(int token, int sameUtteranceAs) {
        return tokens.word(token, tokens.utterance(sameUtteranceAs));
    }
}
