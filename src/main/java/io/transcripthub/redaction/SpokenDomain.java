package io.transcripthub.redaction;

/** The domain of a spoken mail address: "example dot com", "rundle print dot com dot au", "net, no wait, dot org". */
final class SpokenDomain {
    private static final int LONGEST_LABEL = 12;
    private static final int LONGEST = 60;
    private static final int LONGEST_CORRECTION = 5;

    private final Call call;
    private final Tokens tokens;
    private final int utterance;
    private final int end;
    private boolean provider;

    /** @param from the token that it begins with */
    SpokenDomain(Call call, int from, int utterance) {
        this.call = call;
        this.tokens = call.tokens();
        this.utterance = utterance;
        int read = read(from);
        this.end = read < 0 || call.word(read, utterance).is(Role.AT) ? -1 : withCorrection(read);
    }

    /** Behind the top-level domain, or -1 if there is none. */
    int end() {
        return end;
    }

    /** Whether it is that of a provider of mail whom everybody knows. */
    boolean isProvider() {
        return provider;
    }

    private int read(int from) {
        int found = -1;
        int label = from;
        int last = Math.min(tokens.last(utterance), from + LONGEST);
        for (int token = from; token < last && token < label + LONGEST_LABEL; token++) {
            Word word = tokens.word(token);
            provider |= word.is(Role.MAIL_PROVIDER);
            if (isDot(token)) {
                if (token == label || found >= 0 && !isTopLevel(token + 1)) {
                    return found;
                }
                label = token + 1;
                found = isTopLevel(label) ? label + 1 : found;
            } else if (found == token || !isLabel(word)) {
                return found;
            }
        }
        return found;
    }

    /** "net, no wait, dot org" */
    private int withCorrection(int from) {
        boolean corrected = false;
        for (int token = from; token < from + LONGEST_CORRECTION; token++) {
            Word word = call.word(token, utterance);
            if (corrected && word.is(Role.DOT) && isTopLevel(token + 1)) {
                return token + 2;
            }
            if (!word.isAny(Role.GLUE | Role.ANY_MARK)) {
                return from;
            }
            corrected |= word.is(Role.CORRECTION);
        }
        return from;
    }

    /** There are more than a thousand top-level domains; any word behind a spoken dot may be one. */
    private boolean isTopLevel(int token) {
        return call.word(token, utterance).is(Role.TOP_LEVEL)
                || token < tokens.last(utterance)
                        && tokens.end(token) - tokens.start(token) >= 2
                        && !tokens.word(token)
                                .isAny(Role.ANY_MARK | Role.NUMBER | Role.STOP.bit | SpokenEmailRecognizer.CONNECTOR);
    }

    private boolean isDot(int token) {
        Word word = tokens.word(token);
        return word.is(Role.DOT) && (!word.is(Role.SEPARATOR) || tokens.adjoins(token) && tokens.adjoins(token + 1));
    }

    private static boolean isLabel(Word word) {
        return !word.isAny(Role.ANY_MARK) || word.is(Role.DASH) || word.text().equals(",");
    }
}
