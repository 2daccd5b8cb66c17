package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;

/**
 * EMAIL: a local part of letters, digits and the punctuation in use there, an at sign, and a domain name with a
 * top-level domain of two or more letters. Letters may be of any script.
 */
final class EmailRecognizer implements Recognizer {
    @Override
    public void recognize(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        for (int token = tokens.next(0, Role.MARK.bit);
                token < tokens.size();
                token = tokens.next(token + 1, Role.MARK.bit)) {
            if (tokens.word(token).is(Role.AT)) {
                int utterance = tokens.utterance(token);
                recognize(utterance, call.text(utterance), tokens.start(token), claims);
            }
        }
    }

    private static void recognize(int utterance, String text, int at, Claims claims) {
        int start = localPartStart(text, at);
        int end = domainEnd(text, at + 1);
        if (start < at && end > at) {
            claims.claim(EntityType.EMAIL, utterance, start, end);
        }
    }

    static int localPartStart(String text, int at) {
        int start = at;
        while (start > 0 && isLocalPart(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && "._+".indexOf(text.charAt(start)) < 0 && !isNameCharacter(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** The end of the last label that can be a top-level domain; -1 if there is none behind a dot. */
    private static int domainEnd(String text, int start) {
        int end = -1;
        int label = start;
        for (int i = start; i <= text.length(); i++) {
            if (i == text.length() || !isDomain(text.charAt(i))) {
                if (label > start && isTopLevel(text, label, i)) {
                    end = i;
                }
                if (i > label && end < 0 && text.startsWith(" .", i)) {
                    i++;
                }
                if (i == label || i == text.length() || text.charAt(i) != '.') {
                    return end;
                }
                label = i + 1;
            }
        }
        return end;
    }

    private static boolean isTopLevel(String text, int from, int to) {
        if (text.startsWith("xn--", from) && to > from + 4) {
            return true;
        }
        return to - from >= 2 && text.substring(from, to).chars().noneMatch(c -> c == '-' || Character.isDigit(c));
    }

    private static boolean isLocalPart(char c) {
        return isNameCharacter(c) || "._%+-'&~!#$*".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return isNameCharacter(c) || c == '-';
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
