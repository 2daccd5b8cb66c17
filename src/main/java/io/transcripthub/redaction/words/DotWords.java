package io.transcripthub.redaction.words;

/** Decides whether "stop" is a dot, and whether what stands between spoken dots is a digit. */
final class DotWords {
    private final Tokens tokens;

    DotWords(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "ten dot for dot to dot one" */
    boolean isBetweenDots(int token) {
        return tokens.word(token - 1, tokens.utterance(token)).isSpoken(Role.DOT.bit)
                && tokens.word(token + 1, tokens.utterance(token)).isSpoken(Role.DOT.bit)
                && tokens.word(token - 2, tokens.utterance(token)).isAny(Role.NUMBER)
                && tokens.word(token + 2, tokens.utterance(token)).isAny(Role.NUMBER | Role.HOMOPHONE.bit);
    }

    /** "full stop" is a dot; "stop" is none. */
    void readStop(int token) {
        if (tokens.word(token - 1, tokens.utterance(token)).says("full")) {
            tokens.replace(token - 1, tokens.word(token - 1).as(Role.FILLER.bit));
        } else {
            tokens.replace(token, tokens.word(token).as(0));
        }
    }
}
