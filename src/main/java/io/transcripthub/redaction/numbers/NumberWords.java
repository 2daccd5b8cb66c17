package io.transcripthub.redaction.numbers;

import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;

/** Tells number words that give no number: "one moment", "all nine digits", "the last three on the back". */
final class NumberWords {
    private final Tokens tokens;
    private final Cues cues;

    NumberWords(Tokens tokens, Cues cues) {
        this.tokens = tokens;
        this.cues = cues;
    }

    /** Whether it stands alone in a cue or counts digits. */
    boolean isNoNumber(int token) {
        Word before = word(token - 1, token);
        if (before.isAny(Role.NUMBER)) {
            return false;
        }
        Word after = word(token + 1, token);
        return after.isAny(Role.NUMBER)
                ? before.is(Role.PART) && isCountOfNext(token)
                : cues.cover(token) || isCount(token, before, after);
    }

    /** "all nine digits", "seven letters", "do you need all nine", "okay, next four". */
    private boolean isCount(int token, Word before, Word after) {
        if (before.is(Role.PART) || before.is(Role.ORDINAL) && isSecondOrThird(before)) {
            return tokens.word(token).is(Role.DIGIT) && token + 1 == tokens.last(tokens.utterance(token));
        }
        return after.is(Role.COUNTED)
                || after.says("letters")
                || before.says("all") && tokens.word(token).isAny(Role.NUMBER) && !after.isAny(Role.ANY_MARK);
    }

    private static boolean isSecondOrThird(Word word) {
        return word.says("second") || word.says("third");
    }

    /** "last four three three oh nine": as many digits follow, one by one. */
    private boolean isCountOfNext(int token) {
        Word count = tokens.word(token);
        int next = token + 1;
        while (word(next, token).is(Role.DIGIT) && next - token <= count.value()) {
            next++;
        }
        boolean several = count.is(Role.DIGIT) && count.value() > 1;
        return several
                && next - token - 1 == count.value()
                && !word(next, token).isAny(Role.NUMBER);
    }

    /** "one moment", "one of them", "one-time". */
    boolean isArticle(int token) {
        if (!tokens.word(token).is(Role.PRONOUN)) {
            return false;
        }
        Word next = word(token + 1, token);
        if (next.isAny(Role.NUMBER)) {
            return false;
        }
        Word after = next.is(Role.DASH) ? word(token + 2, token) : next;
        return switch (after.text()) {
            case "moment", "second", "sec", "minute", "time", "more", "thing", "last", "other", "day", "way" -> true;
            case "of" -> !word(token + 2, token).isAny(Role.NUMBER);
            default -> false;
        };
    }

    private Word word(int token, int sameUtteranceAs) {
        return tokens.word(token, tokens.utterance(sameUtteranceAs));
    }
}
