package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Characters;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Separators;
import io.transcripthub.redaction.words.Tokens;

/**
 * IBAN: written in one piece or in groups, in either case. At least half of the account part must be digits, so that
 * plain words behind "at 10" are not read as an account in Austria.
 */
final class IbanRecognizer implements Recognizer {
    @Override
    public void recognize(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        int written = tokens.next(0, Role.DIGITS.bit);
        for (DigitRun run : call.digitRuns()) {
            int first = run.first().token();
            written = written < first ? tokens.next(first, Role.DIGITS.bit) : written;
            for (int i = written < run.last().tokenEnd() ? 0 : run.size(); i < run.size(); i++) {
                if (!run.group(i).isSpoken()) {
                    recognize(call.text(run.group(i).utterance()), run.group(i), claims);
                }
            }
        }
    }

    private static void recognize(String text, DigitGroup checkDigits, Claims claims) {
        int start = isLetter(text.charAt(checkDigits.start())) ? -1 : countryStart(text, checkDigits.start());
        if (start < 0 || !isTwoDigits(text, checkDigits.start())) {
            return;
        }
        StringBuilder iban = new StringBuilder();
        read(text, start, 2, iban);
        int end = read(text, checkDigits.start(), Ibans.length(iban), iban);
        if (end > 0 && isMostlyDigits(iban) && Ibans.isValid(iban.toString())) {
            int utterance = checkDigits.utterance();
            claims.claim(EntityType.IBAN, utterance, start, end);
            claims.remember(EntityType.IBAN, iban.toString(), utterance, utterance);
        }
    }

    /** Offset of two letters that stand alone right before the digits, or one separator before them; else -1. */
    private static int countryStart(String text, int digits) {
        int end = digits > 0 && !isLetter(text.charAt(digits - 1)) && Separators.isSeparator(text.charAt(digits - 1))
                ? digits - 1
                : digits;
        int start = end - 2;
        return start >= 0
                        && isLetter(text.charAt(start))
                        && isLetter(text.charAt(start + 1))
                        && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                ? start
                : -1;
    }

    /** "DE44", "DE 4 4", but not "at 5 pm". */
    private static boolean isTwoDigits(String text, int first) {
        int next = valueAt(text, first + 1) < 0 ? skipSeparators(text, first + 1) : first + 1;
        int second = valueAt(text, next);
        return second >= 0 && second <= 9;
    }

    /**
     * Reads letters and digits of any width or script as upper-case ASCII, until there are so many.
     *
     * @return the offset behind them, or -1 where they do not end with a group
     */
    private static int read(String text, int start, int length, StringBuilder iban) {
        int i = start;
        while (iban.length() < length) {
            int value = valueAt(text, i);
            if (value < 0) {
                return -1;
            }
            iban.append(Character.toUpperCase(Character.forDigit(value, 36)));
            i++;
            if (iban.length() < length && valueAt(text, i) < 0) {
                i = skipSeparators(text, i);
            }
        }
        return i > start && valueAt(text, i) < 0 ? i : -1;
    }

    private static int skipSeparators(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + 3 && Separators.isSeparator(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isMostlyDigits(CharSequence iban) {
        int digits = 0;
        for (int i = 4; i < iban.length(); i++) {
            digits += iban.charAt(i) <= '9' ? 1 : 0;
        }
        return 2 * digits >= iban.length() - 4;
    }

    private static boolean isLetter(char c) {
        return c < 128 ? Characters.letter(c) > 0 : Character.digit(c, 36) > 9;
    }

    /** 0 to 9 for a digit, 10 to 35 for a letter, else -1. */
    private static int valueAt(String text, int i) {
        return i < text.length() ? Character.digit(text.charAt(i), 36) : -1;
    }
}
