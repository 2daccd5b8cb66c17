package io.transcripthub.redaction.call;

import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;

/** Tells whether somebody changes the subject, so that an earlier question is open no more. */
final class Subjects {
    private static final int SMALL_TALK = 9;
    private static final long NO_SUBJECT =
            Role.SOFT | Role.ANY_MARK | Role.NUMBER | Role.STOP.bit | Role.QUESTION.bit | Role.PARTICLE.bit;

    private static final byte CHANGES = 1;
    private static final byte STAYS = 2;

    private final Tokens tokens;
    /** By utterance: {@link #CHANGES} or {@link #STAYS}; 0 where nobody asked yet. */
    private final byte[] changes;

    Subjects(int utterances, Tokens tokens) {
        this.tokens = tokens;
        this.changes = new byte[utterances];
    }

    boolean changesSubject(int utterance) {
        if (changes[utterance] == 0) {
            changes[utterance] = isChangeOfSubject(utterance) ? CHANGES : STAYS;
        }
        return changes[utterance] == CHANGES;
    }

    /** Whether a word of an utterance asks. */
    boolean asks(int utterance) {
        for (int token = tokens.first(utterance); token < tokens.last(utterance); token++) {
            if (tokens.isAny(token, Role.QUESTION.bit) || isQuestionMark(token)) {
                return true;
            }
        }
        return false;
    }

    /** A question, or more words than a listener needs. */
    private boolean isChangeOfSubject(int utterance) {
        int hard = 0;
        boolean question = false;
        boolean marked = false;
        for (int token = tokens.first(utterance); token < tokens.last(utterance); token++) {
            question = question || tokens.isAny(token, Role.QUESTION.bit) && isAsked(token, utterance);
            marked = marked || isQuestionMark(token);
            hard += tokens.isAny(token, Role.SOFT | Role.ANY_MARK | Role.NUMBER) ? 0 : 1;
            if (hard > SMALL_TALK || question && hard > 2 || marked && hard > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuestionMark(int token) {
        return tokens.isAny(token, Role.ANY_MARK) && tokens.word(token).says("?");
    }

    private boolean isAsked(int token, int utterance) {
        return !isAuxiliary(tokens.word(token).text()) || !isBehindSubject(token, utterance);
    }

    private static boolean isAuxiliary(String word) {
        return switch (word) {
            case "can", "could", "may", "would", "do", "does", "did", "have", "has", "is", "are" -> true;
            default -> false;
        };
    }

    /** "you can call ..", "this line is recorded". */
    private boolean isBehindSubject(int token, int utterance) {
        if (token == tokens.first(utterance)) {
            return false;
        }
        Word before = tokens.word(token - 1, utterance);
        return !before.isAny(NO_SUBJECT)
                || switch (before.text()) {
                    case "you", "i", "we", "they", "he", "she", "it", "that", "this" -> true;
                    default -> false;
                };
    }
}
