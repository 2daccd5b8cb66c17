package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ADDRESS by lexicon: a house number, a name and a word for a street, with the flat, the town, the state and the ZIP code
 * behind it; and ZIP codes that are asked for. No gazetteer: towns are found between a street and a state only.
 */
final class AddressRecognizer implements Recognizer {
    private static final int LONGEST_NAME = 5;
    private static final int LONGEST_TOWN = 7;
    private static final int LONGEST_NUMBER = 6;
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b");

    @Override
    public void recognize(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        for (int token = tokens.next(0, Role.STREET.bit);
                token < tokens.size();
                token = tokens.next(token + 1, Role.STREET.bit)) {
            if (!claims.touch(token, token + 1)) {
                int start = start(call, token);
                if (start >= 0) {
                    claims.claimTokens(EntityType.ADDRESS, start, end(call, token + 1));
                }
            }
        }
        if (call.mentions(Topic.ADDRESS)) {
            claimZips(call, claims);
        }
    }

    private static void claimZips(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (Topic.ADDRESS.fits(run.length())
                    && (run.length() == 5 || run.length() == 9)
                    && !call.isMeasure(run)
                    && Topic.ADDRESS.equals(call.topic(run))) {
                claims.claim(EntityType.ADDRESS, run);
            }
        }
    }

    /** The token of the house number, or -1. */
    private static int start(Call call, int street) {
        int utterance = call.tokens().utterance(street);
        int token = street - 1;
        while (token > street - LONGEST_NAME
                && isName(call.word(token, utterance))
                && call.groups().endingAt(token + 1) == null) {
            token--;
        }
        DigitGroup number = call.groups().endingAt(token + 1);
        if (number == null || number.isLetter() || number.utterance() != utterance || token + 1 == street) {
            return -1;
        }
        int digits = number.size();
        DigitGroup before = call.groups().endingAt(number.token());
        while (before != null
                && !before.isLetter()
                && before.utterance() == utterance
                && digits + before.size() <= LONGEST_NUMBER) {
            digits += before.size();
            number = before;
            before = call.groups().endingAt(number.token());
        }
        return digits <= LONGEST_NUMBER ? withFlat(call, number.token(), utterance) : -1;
    }

    /** "flat 4, 81 Mossley Road" */
    private static int withFlat(Call call, int start, int utterance) {
        int end = call.word(start - 1, utterance).is(Role.SEPARATOR) ? start - 1 : start;
        DigitGroup flat = call.groups().endingAt(end);
        boolean named = flat != null
                && flat.utterance() == utterance
                && call.word(flat.token() - 1, utterance).is(Role.UNIT_PART);
        return named ? flat.token() - 1 : start;
    }

    private static boolean isName(Word word) {
        return word.is(Role.ORDINAL)
                || word.is(Role.ORDINAL_SUFFIX)
                || word.is(Role.CARDINAL_POINT)
                || !word.isAny(Role.STOP.bit | Role.ANY_MARK | Role.UNIT.bit | Role.NUMBER);
    }

    private static int end(Call call, int from) {
        int utterance = call.tokens().utterance(from - 1);
        int end = from;
        int token = skipMarks(call, from, utterance);
        while (call.word(token, utterance).isAny(Role.UNIT_PART.bit | Role.CARDINAL_POINT.bit)) {
            end = token + 1;
            DigitGroup group = call.groups().at(end);
            while (group != null && group.utterance() == utterance && group.size() <= 4) {
                end = group.tokenEnd();
                group = call.groups().at(end);
            }
            token = skipMarks(call, end, utterance);
        }
        return townEnd(call, end, utterance);
    }

    /** Behind a state or a ZIP code that follows within a few words; else the same token. */
    private static int townEnd(Call call, int from, int utterance) {
        int end = from;
        for (int token = from;
                token < from + LONGEST_TOWN && token < call.tokens().last(utterance);
                token++) {
            Word word = call.word(token);
            DigitGroup group = call.groups().at(token);
            int postcode = postcodeEnd(call, token, utterance);
            if (postcode > token) {
                return postcode;
            }
            if (word.is(Role.STATE) && !word.is(Role.STOP)) {
                return zipEnd(call, token + 1, utterance);
            }
            if (group != null && !group.isLetter()) {
                int zip = zipEnd(call, token, utterance);
                return zip > token ? zip : end;
            }
            if (word.is(Role.STOP) || word.is(Role.MARK)) {
                return end;
            }
            end = isCapitalised(call, token) ? token + 1 : end;
        }
        return end;
    }

    /** Behind a British postcode, or the same token. */
    private static int postcodeEnd(Call call, int token, int utterance) {
        String text = call.text(utterance);
        int start = call.tokens().start(token);
        if (text.charAt(start) < 'A'
                || text.charAt(start) > 'Z'
                || !isDigit(text, start + 1) && !isDigit(text, start + 2)) {
            return token;
        }
        Matcher postcode = POSTCODE.matcher(text);
        postcode.region(start, text.length());
        return postcode.lookingAt() ? call.tokens().at(utterance, postcode.end()) : token;
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private static boolean isCapitalised(Call call, int token) {
        char first =
                call.text(call.tokens().utterance(token)).charAt(call.tokens().start(token));
        return Character.isUpperCase(first) && !call.word(token).isAny(Role.FILLER.bit | Role.BACKCHANNEL.bit);
    }

    private static int zipEnd(Call call, int from, int utterance) {
        int token = skipMarks(call, from, utterance);
        int digits = 0;
        int end = from;
        for (DigitGroup group = call.groups().at(token);
                group != null;
                group = call.groups().at(token)) {
            digits += group.size();
            if (group.utterance() != utterance || digits > 9) {
                break;
            }
            end = digits == 5 || digits == 9 ? group.tokenEnd() : end;
            token = skipMarks(call, group.tokenEnd(), utterance);
        }
        return end;
    }

    private static int skipMarks(Call call, int from, int utterance) {
        int token = from;
        while (call.word(token, utterance).is(Role.SEPARATOR) && token < from + 3) {
            token++;
        }
        return token;
    }
}
