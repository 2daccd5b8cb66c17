package io.transcripthub.redaction.words;

/** Decides whether "stop" is a dot, and whether what stands between spoken dots is a digit. */
final class DotWords {
    private final Tokens tokens;

    DotWords(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "ten dot for dot to dot one" */
    boolean isBetweenDots(int token) {
        return isSpokenDot(tokens.word(token - 1, tokens.utterance(token)))
                && isSpokenDot(tokens.word(token + 1, tokens.utterance(token)))
                && tokens.word(token - 2, tokens.utterance(token)).isAny(Role.NUMBER)
                && tokens.word(token + 2, tokens.utterance(token)).isAny(Role.NUMBER | Role.HOMOPHONE.bit);
    }

    private static boolean isSpokenDot(Word word) {
        return word.is(Role.DOT) && !word.is(Role.SEPARATOR);
    }

    /** "full stop" is a dot; "stop" is none. */
    void readStop(int token) {
        if (!tokens.word(token).text().equals("stop")) {
            return;
        }
        if (tokens.word(token - 1, tokens.utterance(token)).text().equals("full")) {
            tokens.replace(token - 1, tokens.word(token - 1).as(Role.FILLER.bit));
        } else {
            tokens.replace(token, tokens.word(token).as(0));
        }
    }
}
