package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;
import java.util.List;

/** IP_ADDRESS of version 6, by its colons, written or spoken. */
final class Ip6AddressRecognizer implements Recognizer {
    private static final int FEWEST_COLONS = 3;
    private static final int LONGEST_PART = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        if (!tokens.has(Role.COLON.bit)) {
            return;
        }
        for (int token = tokens.next(0, Role.COLON.bit); token < tokens.size(); ) {
            int utterance = tokens.utterance(token);
            String text = call.text(utterance);
            if (text.indexOf(':') < text.lastIndexOf(':')) {
                recognizeWritten(utterance, text, claims);
            }
            token = tokens.next(tokens.last(utterance), Role.COLON.bit);
        }
        claimSpoken(call, claims.unclaimed(call.codes()), claims);
        claimSpoken(call, claims.unclaimed(call.digitRuns()), claims);
    }

    private static void claimSpoken(Call call, List<DigitRun> codes, Claims claims) {
        for (DigitRun code : codes) {
            boolean spoken = colons(call, code) >= FEWEST_COLONS || hasDoubleColon(call, code);
            if (spoken && (hasLongPart(code) || Topic.IP.equals(call.topic(code)))) {
                claims.claim(EntityType.IP_ADDRESS, code);
                int first = beginning(call, code.first());
                claims.claimTokens(EntityType.IP_ADDRESS, first, code.first().tokenEnd());
                claims.claimTokens(EntityType.IP_ADDRESS, code.last().token(), end(call, code.last()));
            }
        }
    }

    /** "two a oh two": the letter may have been taken for an article. */
    private static int beginning(Call call, DigitGroup group) {
        int token = group.token();
        while (token > group.token() - LONGEST_PART && isHexadecimal(call.word(token - 1, group.utterance()))) {
            token--;
        }
        return token;
    }

    /** "one a two b": the same for what follows it. */
    private static int end(Call call, DigitGroup group) {
        int token = group.tokenEnd();
        while (token < group.tokenEnd() + LONGEST_PART && isHexadecimal(call.word(token, group.utterance()))) {
            token++;
        }
        return token;
    }

    private static boolean isHexadecimal(Word word) {
        boolean letter = word.text().length() == 1
                && word.text().charAt(0) >= 'a'
                && word.text().charAt(0) <= 'f';
        return letter || word.isAny(Role.NUMBER);
    }

    /** Between two colons; those of a hardware address have two digits. */
    private static boolean hasLongPart(DigitRun code) {
        int length = 0;
        for (int i = 0; i < code.size(); i++) {
            length = (code.group(i).joint() == Joint.COLON ? 0 : length)
                    + code.group(i).size();
            if (length > 2) {
                return true;
            }
        }
        return false;
    }

    /** "f e eight zero colon colon one": nothing else is said so. */
    private static boolean hasDoubleColon(Call call, DigitRun code) {
        for (int i = 1; i < code.size(); i++) {
            int token = code.group(i).token();
            if (token - code.group(i - 1).tokenEnd() >= 2
                    && call.word(token - 1, code.group(i).utterance()).is(Role.COLON)
                    && call.word(token - 2, code.group(i).utterance()).is(Role.COLON)) {
                return true;
            }
        }
        return false;
    }

    /** A double one counts twice. */
    private static int colons(Call call, DigitRun code) {
        int colons = 0;
        for (int i = 1; i < code.size(); i++) {
            boolean colon = code.group(i).joint() == Joint.COLON;
            for (int token = code.group(i - 1).tokenEnd();
                    colon && token < code.group(i).token();
                    token++) {
                colons += call.word(token).is(Role.COLON) ? 1 : 0;
            }
        }
        return colons;
    }

    /** Hexadecimal groups with colons, of which there are seven, or fewer with a double one. */
    private static void recognizeWritten(int utterance, String text, Claims claims) {
        for (int i = 0; i < text.length(); ) {
            int end = i;
            int colons = 0;
            boolean doubled = false;
            while (end < text.length() && (text.charAt(end) == ':' || Character.digit(text.charAt(end), 16) >= 0)) {
                colons += text.charAt(end) == ':' ? 1 : 0;
                doubled |= text.startsWith("::", end);
                end++;
            }
            boolean address = end > i + 1
                    && (colons == 7 || colons >= 2 && colons < 8 && doubled)
                    && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (address) {
                claims.claim(EntityType.IP_ADDRESS, utterance, i, end);
            }
            i = end + 1;
        }
    }
}
