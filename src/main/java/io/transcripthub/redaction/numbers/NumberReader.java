package io.transcripthub.redaction.numbers;

import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the digits of one number, written or spoken: "4111", "double one", "forty one", "eight hundred and five". */
final class NumberReader {
    private static final int LONGEST_WRITTEN_CARDINAL = 3;
    private static final long MULTIPLIER = Role.HUNDRED.bit | Role.THOUSAND.bit;
    private static final long REPEATED = Role.DIGIT.bit | Role.TEEN.bit | Role.DIGITS.bit;
    /** "0" to "99". */
    private static final String[] NUMERALS =
            IntStream.range(0, 100).mapToObj(String::valueOf).toArray(String[]::new);

    private final List<String> utterances;
    private final Tokens tokens;
    /** Behind what is read so far. */
    private int next;
    /** Behind the utterance. */
    private int last;

    NumberReader(List<String> utterances, Tokens tokens) {
        this.utterances = utterances;
        this.tokens = tokens;
    }

    /** The token behind the number that was read last. */
    int end() {
        return next;
    }

    /** The digits of the number that begins with a token; null if none does. */
    String read(int token) {
        last = tokens.last(tokens.utterance(token));
        next = token + 1;
        Word word = tokens.word(token);
        if (word.is(Role.DIGITS)) {
            return written(token);
        }
        if (word.is(Role.REPEAT)) {
            return repeated(token);
        }
        if (word.isAny(MULTIPLIER)) {
            return multiplier(token);
        }
        if (isSeveral(token)) {
            next++;
            return NUMERALS[tokens.word(next - 1).value()].repeat(value(word));
        }
        int small = small(token);
        return word(next).isAny(MULTIPLIER) ? cardinal(small) : NUMERALS[small];
    }

    /** "three sevens", but not "the three ones at the end" */
    boolean isSeveral(int token) {
        Word word = tokens.word(token);
        return tokens.word(token + 1, tokens.utterance(token)).is(Role.PLURAL)
                && word.isAny(Role.DIGIT.bit | Role.TEEN.bit)
                && word.value() > 1
                && !tokens.word(token - 1, tokens.utterance(token)).says("the");
    }

    /** "hundred and five", of which there is one; at the beginning of an utterance nothing but a word. */
    private String multiplier(int token) {
        if (token == tokens.first(tokens.utterance(token))) {
            return String.valueOf(tokens.word(token).value());
        }
        next = token;
        return cardinal(1);
    }

    private String written(int token) {
        String digits = ascii(token);
        if (word(next).is(Role.ORDINAL_SUFFIX) && tokens.adjoins(next)) {
            next++;
            return digits;
        }
        boolean multiplied =
                digits.length() <= LONGEST_WRITTEN_CARDINAL && word(next).isAny(MULTIPLIER);
        return multiplied ? cardinal(Integer.parseInt(digits)) : digits;
    }

    private String ascii(int token) {
        String text = utterances.get(tokens.utterance(token));
        int start = tokens.start(token);
        int end = tokens.end(token);
        return isAscii(text, start, end) ? text.substring(start, end) : transcribed(text, start, end);
    }

    private static boolean isAscii(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Digits of any script as ASCII. */
    private static String transcribed(String text, int from, int to) {
        StringBuilder digits = new StringBuilder(to - from);
        for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
            digits.append((char) ('0' + Character.digit(text.codePointAt(i), 10)));
        }
        return digits.toString();
    }

    private String repeated(int token) {
        int repeated = isHyphen(next) ? next + 1 : next;
        Word word = word(repeated);
        if (!word.isAny(REPEATED)) {
            return null;
        }
        String digit = word.is(Role.DIGITS) ? ascii(repeated) : String.valueOf(value(word));
        if (digit.length() > 2) {
            return null;
        }
        next = repeated + 1;
        boolean hundred = word(next).is(Role.HUNDRED) && digit.length() == 1;
        next += hundred ? 1 : 0;
        String digits = digit.repeat(tokens.word(token).value());
        return hundred ? digits.concat("00") : digits;
    }

    /** Up to 99. */
    private int small(int token) {
        Word word = tokens.word(token);
        next = token + 1;
        if (word.is(Role.TENS)) {
            int unit = isHyphen(next) ? next + 1 : next;
            if (word(unit).is(Role.DIGIT) && value(word(unit)) > 0) {
                next = unit + 1;
                return word.value() + value(word(unit));
            }
        }
        return value(word);
    }

    /** "o" is a letter, too, and bears its value. */
    private static int value(Word word) {
        return word.is(Role.OH) ? 0 : word.value();
    }

    private boolean isHyphen(int token) {
        return word(token).is(Role.DASH) && word(token).is(Role.SEPARATOR) && tokens.adjoins(token);
    }

    /** "eight hundred and five", "two thousand twelve"; a digit that begins the next group stays out. */
    private String cardinal(int first) {
        long value = first;
        if (word(next).is(Role.HUNDRED)) {
            next++;
            value = value * 100 + remainder();
        }
        if (word(next).is(Role.THOUSAND)) {
            next++;
            value = value * 1000 + thousandRemainder();
        }
        return String.valueOf(value);
    }

    private int thousandRemainder() {
        int before = next;
        int rest = remainder();
        if (rest == 0 && word(next).is(Role.DIGIT) && word(next + 1).is(Role.HUNDRED)) {
            rest = word(next).value();
            next++;
        }
        if (rest > 0 && word(next).is(Role.HUNDRED)) {
            next++;
            return rest * 100 + remainder();
        }
        return rest > 0 || next == before ? rest : 0;
    }

    /** None where it begins the next number: "nineteen hundred, fifty five hundred", "nineteen hundred, twelve sixty five". */
    private int remainder() {
        int before = next;
        int token = word(next).says("and") ? next + 1 : next;
        Word word = word(token);
        if (word.isAny(Role.TENS.bit | Role.TEEN.bit)) {
            int rest = small(token);
            if (!word(next).isAny(Role.HUNDRED.bit | Role.TENS.bit | Role.TEEN.bit)) {
                return rest;
            }
            next = before;
            return 0;
        }
        boolean ends = !word(token + 1).isAny(Role.NUMBER) || word(token + 1).is(Role.THOUSAND);
        if (word.is(Role.DIGIT) && !word.is(Role.OH) && ends) {
            return small(token);
        }
        next = before;
        return 0;
    }

    private Word word(int token) {
        return token < last ? tokens.word(token) : Word.UNKNOWN;
    }
}
