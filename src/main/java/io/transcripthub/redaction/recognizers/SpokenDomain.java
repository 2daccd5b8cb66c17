package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;
import java.util.Set;

/** The domain of a spoken mail address: "example dot com", "rundle print dot com dot au", "net, no wait, dot org". */
final class SpokenDomain {
    private static final int LONGEST_LABEL = 12;
    private static final int LONGEST = 60;
    private static final int LONGEST_CORRECTION = 5;
    private static final int LONGEST_SPELLED = 3;
    private static final int MOST_WORDS = 3;
    private static final Set<String> SPELLED = Set.of("com", "net", "org", "edu", "gov", "biz");

    private final Call call;
    private final Tokens tokens;
    private final int utterance;
    private final int end;
    private boolean provider;
    private boolean connected;

    /**
     * @param from the token that it begins with
     * @param asked whether somebody just spoke of mail, so that a provider's name will do
     */
    SpokenDomain(Call call, int from, int utterance, boolean asked) {
        this.call = call;
        this.tokens = call.tokens();
        this.utterance = utterance;
        int read = isWebSite(from) ? -1 : read(from);
        read = read < 0 && asked && call.word(from, utterance).is(Role.MAIL_PROVIDER)
                ? behindTopLevels(from + 1)
                : read;
        read = read < 0 ? unfinishedEnd(from) : read;
        this.end = read < 0 || call.word(read, utterance).is(Role.AT) ? -1 : withCorrection(read);
    }

    /** "at vanefencing" - "dot com": the end of the utterance; -1 if it is not so. */
    private int unfinishedEnd(int from) {
        int last = tokens.last(utterance);
        boolean label = from < last && last - from <= MOST_WORDS && utterance + 1 < call.size();
        for (int token = from; token < last && label; token++) {
            label = !tokens.word(token).isAny(Role.SOFT | Role.ANY_MARK | Role.STOP.bit);
        }
        return label && MailEndingsRecognizer.end(call, last) > last ? last : -1;
    }

    /** "yahoo co uk" */
    private int behindTopLevels(int from) {
        int token = from;
        while (token < from + 2 && call.word(token, utterance).is(Role.TOP_LEVEL)) {
            token++;
        }
        return token;
    }

    /** "www dot acme dot com" */
    private boolean isWebSite(int from) {
        boolean spelled = call.word(from, utterance).says("w")
                && call.word(from + 1, utterance).says("w");
        return spelled || call.word(from, utterance).says("www");
    }

    /** Behind the top-level domain, or -1 if there is none. */
    int end() {
        return end;
    }

    /** Whether a dash is said in it. */
    boolean isConnected() {
        return connected;
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
            connected |= word.isSpoken(Role.DASH.bit);
            int dotEnd = dotEnd(token);
            if (dotEnd > token) {
                int next = behindComma(dotEnd);
                int end = topLevelEnd(next);
                if (token == label || found >= 0 && end < 0) {
                    return found;
                }
                label = next;
                token = next - 1;
                found = end > 0 ? end : found;
            } else if (found == token && dotEnd(behindComma(token)) == behindComma(token) || !isLabel(word)) {
                return found;
            }
        }
        return found;
    }

    private int behindComma(int token) {
        return call.word(token, utterance).says(",") ? token + 1 : token;
    }

    /** Behind "com", "c o m", "n l"; -1 if no top-level domain begins here. */
    private int topLevelEnd(int token) {
        if (isTopLevel(token)) {
            return token + 1;
        }
        int end = token;
        StringBuilder letters = new StringBuilder();
        while (call.word(end, utterance).is(Role.LETTER) && end < token + LONGEST_SPELLED) {
            letters.append(call.word(end, utterance).text());
            end++;
        }
        return switch (letters.length()) {
            case 0, 1 -> -1;
            case 2 -> end;
            default -> SPELLED.contains(letters.substring(0, LONGEST_SPELLED)) ? end : token + 2;
        };
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

    /** Behind "dot", "(dot)"; the same token if there is none. */
    private int dotEnd(int token) {
        boolean within = call.word(token + 1, utterance).is(Role.DOT)
                && MailAsides.isOpeningBracket(call.word(token, utterance))
                && MailAsides.isClosingBracket(call.word(token + 2, utterance));
        return within ? token + 3 : isDot(token) ? token + 1 : token;
    }

    private boolean isDot(int token) {
        Word word = call.word(token, utterance);
        return word.is(Role.DOT)
                && (!word.is(Role.SEPARATOR)
                        || tokens.adjoins(token) && token + 1 < tokens.size() && tokens.adjoins(token + 1));
    }

    private static boolean isLabel(Word word) {
        return !word.isAny(Role.ANY_MARK | Role.AT.bit) || word.is(Role.DASH) || word.says(",");
    }
}
