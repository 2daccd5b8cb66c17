package io.transcripthub.redaction.call;

import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;
import java.util.List;

/** Tells the words beside a number that say what it is, though we don't know them: "form 1040", "application number 219". */
final class Labels {
    private static final int STALLING = 7;
    private static final int FARTHEST = 4;
    /** Letters that belong to a number: "PA 114 4092". */
    private static final int LONGEST_PREFIX = 2;

    private static final int SHORTEST_VERB = 4;

    private static final long NO_LABEL = Role.SOFT
            | Role.ANY_MARK
            | Role.NUMBER
            | Role.GIVEN_NAME.bit
            | Role.STOP.bit
            | Role.PARTICLE.bit
            | Role.OTHER.bit
            | Role.TITLE.bit
            | Role.MONTH.bit
            | Role.PLUS.bit;

    private final List<String> texts;
    private final Tokens tokens;
    private final Cues cues;

    Labels(List<String> texts, Tokens tokens, Cues cues) {
        this.texts = texts;
        this.tokens = tokens;
        this.cues = cues;
    }

    /** Whether such a word stands before the number that begins with a token. */
    boolean label(int token) {
        int before = token - 1;
        int first = tokens.first(tokens.utterance(token));
        while (before >= first && before > token - FARTHEST && isBetweenLabelAndNumber(tokens.word(before))) {
            before--;
        }
        if (before < first
                || tokens.word(before).isAny(NO_LABEL)
                || isPrefix(before)
                || isDate(token)
                || cues.coverPersonal(before)) {
            return false;
        }
        boolean named = before == token - 1
                || tokens.word(before + 1).text().startsWith("number")
                || tokens.word(before + 1).says("#")
                || isVerb(tokens.word(before + 1))
                || isCopula(tokens.word(before + 1).text()) && (before == first || isOneThing(before, first));
        return named
                && !isStalling(Math.max(first, before - STALLING), before)
                && !isOfDate(tokens.word(before).text())
                && !isPlace(before, first)
                && !(before > first && tokens.word(before - 1).is(Role.OTHER))
                && !isVerbOrAdverb(before)
                && !isExclaimed(before, first);
    }

    /** "your pre treatment estimate is ..", but not "mine is .." */
    private boolean isOneThing(int noun, int first) {
        for (int token = noun - 1; token >= Math.max(first, noun - FARTHEST); token--) {
            switch (tokens.word(token).text()) {
                case "your", "the", "our" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "in the year 52", "the twelfth month 29" */
    private static boolean isOfDate(String word) {
        return word.equals("year") || word.equals("month");
    }

    /** "oh strewth 2287" */
    private boolean isExclaimed(int token, int first) {
        return token == first + 1
                && switch (tokens.word(first).text()) {
                    case "oh", "ah", "ooh", "gosh", "aw" -> true;
                    default -> false;
                };
    }

    /** "it's on the fridge, 6120": where it is read from. */
    private boolean isPlace(int token, int first) {
        return token - 2 >= first
                && switch (tokens.word(token - 1).text()) {
                    case "the", "my", "a", "this" -> true;
                    default -> false;
                }
                && switch (tokens.word(token - 2).text()) {
                    case "on", "in", "at", "from", "under", "by", "off", "inside", "behind" -> true;
                    default -> false;
                };
    }

    /** "typing 2025", "exactly 4418", "it expired 0427" */
    private boolean isVerbOrAdverb(int token) {
        String text = texts.get(tokens.utterance(token));
        int end = tokens.end(token);
        return end - tokens.start(token) > SHORTEST_VERB
                && (text.startsWith("ing", end - 3)
                        || text.startsWith("ly", end - 2)
                        || text.startsWith("ed", end - 2));
    }

    /** "application number 219", "form is 8879" */
    boolean isNamed(int token) {
        return isBetweenLabelAndNumber(tokens.word(token - 1));
    }

    /** "callum 3/3/86" */
    private boolean isDate(int token) {
        int utterance = tokens.utterance(token);
        return tokens.word(token + 1, utterance).is(Role.SLASH)
                && tokens.word(token + 3, utterance).is(Role.SLASH);
    }

    private boolean isPrefix(int token) {
        Word word = tokens.word(token);
        return tokens.end(token) - tokens.start(token) <= LONGEST_PREFIX
                && (word.equals(Word.UNKNOWN) || word.isAny(Role.STATE.bit | Role.TOP_LEVEL.bit | Role.UNIT.bit));
    }

    private boolean isStalling(int from, int to) {
        for (int token = from; token < to; token++) {
            if (tokens.word(token).isAny(Role.CORRECTION.bit | Role.HESITATION.bit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetweenLabelAndNumber(Word word) {
        return switch (word.text()) {
            case "number", "numbers", "is", "was", "are", "#", "says", "reads", "shows", "goes" -> true;
            default -> false;
        };
    }

    private static boolean isCopula(String word) {
        return word.equals("is") || word.equals("was");
    }

    private static boolean isVerb(Word word) {
        return switch (word.text()) {
            case "says", "reads", "shows", "goes" -> true;
            default -> false;
        };
    }
}
