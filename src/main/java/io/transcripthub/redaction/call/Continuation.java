package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;

/**
 * Tells whether a number goes on in a later utterance of its speaker: nothing is said in between but back-channels,
 * hesitations and digits that the other one repeats.
 */
final class Continuation {
    private static final int MOST_UTTERANCES = 8;
    private static final int MOST_SOFT_WORDS = 24;

    private final Tokens tokens;
    private final Cues cues;

    Continuation(Tokens tokens, Cues cues) {
        this.tokens = tokens;
        this.cues = cues;
    }

    /**
     * @param last what was said last of the number
     * @param next what is said first in the later utterance
     */
    boolean isBetween(DigitGroup last, DigitGroup next) {
        int distance = next.utterance() - last.utterance();
        return distance > 0
                && distance <= MOST_UTTERANCES
                && next.form() != DigitGroup.Form.ORDINAL
                && isSoft(tokens.first(next.utterance()), next.token())
                && isSoft(last.tokenEnd(), tokens.last(last.utterance()))
                && isListening(last.utterance() + 1, next.utterance())
                && !isLoneCount(next)
                && !isOther(next)
                && !asksForOther(last, next)
                && !namesHarmless(next);
    }

    /** Whether somebody asked in between for something, and not for the rest of it. */
    private boolean asksForOther(DigitGroup last, DigitGroup next) {
        for (int utterance = last.utterance() + 1; utterance < next.utterance(); utterance++) {
            if (namesOther(tokens.first(utterance), tokens.last(utterance))
                    || cues.hasStrongIn(utterance) && !asksForRest(utterance)) {
                return true;
            }
        }
        return false;
    }

    /** "and my last reading was 09226" */
    private boolean namesHarmless(DigitGroup next) {
        return cues.hasBetween(tokens.first(next.utterance()), next.token(), Topic.HARMLESS);
    }

    private boolean asksForRest(int utterance) {
        for (int token = tokens.first(utterance); token < tokens.last(utterance); token++) {
            switch (tokens.word(token).text()) {
                case "rest", "remaining", "remainder", "next", "continue", "keep", "more", "again", "repeat" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "the old one was 1122": not the rest of what was said before. */
    private boolean isOther(DigitGroup group) {
        return namesOther(tokens.first(group.utterance()), group.token());
    }

    private boolean namesOther(int from, int to) {
        for (int token = from + 1; token < to; token++) {
            if (tokens.word(token).says("one")
                    && switch (tokens.word(token - 1).text()) {
                        case "old", "new", "other", "second", "current", "previous" -> true;
                        default -> false;
                    }) {
                return true;
            }
        }
        return false;
    }

    /** "the three ones at the end" */
    private boolean isLoneCount(DigitGroup group) {
        int behind = group.tokenEnd();
        if (group.size() == 1
                && group.token() > tokens.first(group.utterance())
                && tokens.word(group.token() - 1).is(Role.DETERMINER)) {
            return true;
        }
        return group.size() == 1
                && behind < tokens.last(group.utterance())
                && !tokens.word(behind).isAny(Role.SOFT | Role.NUMBER);
    }

    /** Whether nothing but back-channels is said in the utterances [from, to); a lone word that we don't know is one. */
    private boolean isListening(int from, int to) {
        for (int utterance = from; utterance < to; utterance++) {
            int first = tokens.first(utterance);
            int last = tokens.last(utterance);
            boolean lone = last - first == 1 && tokens.word(first).equals(Word.UNKNOWN);
            if (!lone && !isSoft(first, last)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all words in [from, to) mean nothing or are numbers. */
    private boolean isSoft(int from, int to) {
        if (to - from > MOST_SOFT_WORDS * MOST_UTTERANCES) {
            return false;
        }
        for (int token = from; token < to; token++) {
            if (!tokens.isAny(token, Role.SOFT | Role.NUMBER)) {
                return false;
            }
        }
        return true;
    }
}
