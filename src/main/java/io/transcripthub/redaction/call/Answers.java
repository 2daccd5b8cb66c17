package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;

/** Tells whether a phrase is answered at once: a number follows it that is no count of digits and no example. */
final class Answers {
    private static final int MOST_GROUPS = 8;
    private static final int COUNT = 3;
    private static final int ENOUGH = 2;
    private static final int FEW_WORDS = 3;

    private static final byte FOLLOWS = 1;
    private static final byte FAILS = 2;

    private final Tokens tokens;
    private final Cues cues;
    private final Groups groups;
    /** By cue: {@link #FOLLOWS} or {@link #FAILS}; 0 where nobody asked yet. */
    private final byte[] answers;

    Answers(Tokens tokens, Cues cues, Groups groups) {
        this.tokens = tokens;
        this.cues = cues;
        this.groups = groups;
        this.answers = new byte[cues.size()];
    }

    /** Whether a number follows the cue at an index in its utterance. */
    boolean follows(int index) {
        if (answers[index] == 0) {
            answers[index] = isAnswered(cues.get(index)) ? FOLLOWS : FAILS;
        }
        return answers[index] == FOLLOWS;
    }

    private boolean isAnswered(Cue cue) {
        int last = tokens.last(tokens.utterance(cue.token()));
        int first = groups.from(cue.tokenEnd());
        if (!groups.hasBetween(cue.tokenEnd(), last) || asksForWhole(cue.tokenEnd(), last)) {
            return false;
        }
        if (!cue.topic().fits(1) && groups.digitsBetween(cue.tokenEnd(), last, ENOUGH) == 1) {
            return false;
        }
        for (int i = first; i < groups.size() && groups.get(i).token() < last && i < first + MOST_GROUPS; i++) {
            if (!groups.get(i).isLetter()
                    && !isCountOfDigits(groups.get(i).tokenEnd())
                    && !isLimit(groups.get(i).token())
                    && !isMeasured(groups.get(i).tokenEnd(), last)
                    && !isExample(cue.tokenEnd(), groups.get(i).token())) {
                return true;
            }
        }
        return false;
    }

    /** "the passport on file ends in 441, read me the whole" */
    private boolean asksForWhole(int from, int last) {
        for (int token = last - 1; token >= Math.max(from, last - FEW_WORDS); token--) {
            switch (tokens.word(token).text()) {
                case "whole", "full", "entire", "rest" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "a passport for the hundred points" */
    private boolean isMeasured(int behind, int last) {
        return behind < last && tokens.word(behind).is(Role.UNIT);
    }

    /** "your date of birth, you have to be over 25" */
    private boolean isLimit(int token) {
        return switch (tokens.word(token - 1, tokens.utterance(token)).text()) {
            case "over", "under", "above", "below" -> true;
            default -> false;
        };
    }

    /** "your date of birth, for example .." */
    private boolean isExample(int from, int to) {
        for (int token = from; token < to; token++) {
            if (tokens.word(token).says("example")) {
                return true;
            }
        }
        return false;
    }

    /** "sixteen digits", "four to six digits" */
    private boolean isCountOfDigits(int behind) {
        for (int token = behind; token < behind + COUNT && token < tokens.size(); token++) {
            if (tokens.isAny(token, Role.COUNTED.bit)) {
                return true;
            }
        }
        return false;
    }
}
