package io.transcripthub.redaction;

import io.transcripthub.redaction.DigitGroup.Form;
import io.transcripthub.redaction.DigitGroup.Joint;
import java.util.ArrayList;
import java.util.List;

/** Reads the digits and the spelled letters of a call, written and spoken, in one pass over its tokens. */
final class GroupReader {
    private static final int LONGEST_WRITTEN_CARDINAL = 3;
    private static final String[] DIGITS = "0 1 2 3 4 5 6 7 8 9".split(" ", -1);

    private final List<String> utterances;
    private final Tokens tokens;
    private final Joints joints;
    private final NumberWords numberWords;
    private final SpelledLetters letters;
    private final List<DigitGroup> groups = new ArrayList<>();
    private int next;

    private GroupReader(List<String> utterances, Tokens tokens, Cues cues) {
        this.utterances = utterances;
        this.tokens = tokens;
        this.joints = new Joints(tokens);
        this.numberWords = new NumberWords(tokens, cues);
        this.letters = new SpelledLetters(tokens);
    }

    /** Leaves out numbers that stand alone in a cue: "the last three on the back". */
    static List<DigitGroup> read(List<String> utterances, Tokens tokens, Cues cues) {
        GroupReader reader = new GroupReader(utterances, tokens, cues);
        for (int token = 0; token < tokens.size(); ) {
            boolean begins =
                    tokens.word(token).isAny(Role.NUMBER | Role.SPELLED) && !reader.numberWords.isNoNumber(token);
            token = begins ? reader.readAt(token) : token + 1;
        }
        return reader.groups;
    }

    /** The token behind the group that begins here, or behind this token if none does. */
    private int readAt(int token) {
        next = token;
        Form form = form(token);
        String digits = form == Form.LETTER ? letter(token) : form == null ? null : number(token);
        if (digits == null) {
            return token + 1;
        }
        Form actual =
                next > token + 1 && form != Form.LETTER && tokens.word(next - 1).is(Role.ORDINAL_SUFFIX)
                        ? Form.ORDINAL
                        : isCardinal(token, form, digits) ? Form.CARDINAL : form;
        int from = isOneHundred(token) ? token - 1 : token;
        DigitGroup group = new DigitGroup(
                tokens.utterance(token),
                tokens.start(from),
                tokens.end(next - 1),
                digits,
                from,
                next,
                actual,
                groups.isEmpty() ? Joint.NONE : joints.between(groups.get(groups.size() - 1), from, digits));
        groups.add(group);
        return next;
    }

    /** "a hundred and seven" */
    private boolean isOneHundred(int token) {
        return tokens.word(token).isAny(Role.HUNDRED.bit | Role.THOUSAND.bit)
                && token > tokens.first(tokens.utterance(token))
                && tokens.word(token - 1).text().equals("a");
    }

    private boolean isCardinal(int token, Form form, String digits) {
        return form == Form.WRITTEN
                ? next > token + 1
                : form != Form.LETTER
                        && digits.length() > 2
                        && !tokens.word(token).is(Role.REPEAT);
    }

    private DigitGroup previous() {
        return groups.isEmpty() ? null : groups.get(groups.size() - 1);
    }

    private String letter(int token) {
        next = letters.end(token);
        return letters.read(token);
    }

    private Form form(int token) {
        Word word = tokens.word(token);
        if (word.is(Role.DIGITS)) {
            return Form.WRITTEN;
        }
        if (isZeroLetter(word)) {
            return isZero(token) ? Form.SPOKEN_DIGIT : word.is(Role.LETTER) ? Form.LETTER : null;
        }
        if (word.is(Role.REPEAT)) {
            return isDoubledLetter(token) ? Form.LETTER : Form.SPOKEN_DIGIT;
        }
        if (word.is(Role.DIGIT)) {
            return numberWords.isArticle(token) ? null : Form.SPOKEN_DIGIT;
        }
        return word.isAny(Role.NUMBER) ? Form.SPOKEN_PAIR : letters.isAt(token, previous()) ? Form.LETTER : null;
    }

    private boolean isDoubledLetter(int token) {
        Word word = wordAt(token + 1, token);
        return word.is(Role.LETTER) && !isZeroLetter(word);
    }

    private static boolean isZeroLetter(Word word) {
        return word.text().equals("oh") || word.text().equals("o");
    }

    /** "oh" is a digit beside another one, unless it begins a sigh: "oh, four", "oh sorry". */
    private boolean isZero(int token) {
        Word after = wordAt(token + 1, token);
        if (after.isAny(Role.NUMBER)) {
            return true;
        }
        boolean spelled = wordAt(token + 2, token).isAny(Role.SPELLED);
        return isBehindNumber(token) && (!isSighed(after.text()) || after.is(Role.LETTER) && spelled);
    }

    /** "oh okay", "oh my" */
    private static boolean isSighed(String after) {
        return switch (after) {
            case "okay", "ok", "yes", "yeah", "right", "sure", "great", "good", "i", "my", "god", "that's", "it's" ->
                true;
            default -> false;
        };
    }

    private boolean isBehindNumber(int token) {
        if (groups.isEmpty()) {
            return false;
        }
        DigitGroup last = groups.get(groups.size() - 1);
        return last.utterance() == tokens.utterance(token) && !last.isLetter() && token - last.tokenEnd() <= 1;
    }

    private Word wordAt(int token, int sameUtteranceAs) {
        return token < tokens.size() && tokens.utterance(token) == tokens.utterance(sameUtteranceAs)
                ? tokens.word(token)
                : Word.UNKNOWN;
    }

    private String number(int token) {
        Word word = tokens.word(token);
        if (word.is(Role.DIGITS)) {
            return written(token);
        }
        if (word.is(Role.REPEAT)) {
            return repeated(token);
        }
        if (word.is(Role.HUNDRED) || word.is(Role.THOUSAND)) {
            next = token;
            return token > tokens.first(tokens.utterance(token)) ? cardinal(1) : bare(word);
        }
        int small = small(token);
        return word.is(Role.DIGIT) && !isMultiplier(next) ? DIGITS[small] : cardinal(small);
    }

    private String bare(Word multiplier) {
        next++;
        return String.valueOf(multiplier.value());
    }

    private String written(int token) {
        String digits = ascii(token);
        next = token + 1;
        if (isWord(next, Role.ORDINAL_SUFFIX) && tokens.adjoins(next)) {
            next++;
            return digits;
        }
        boolean multiplied = digits.length() <= LONGEST_WRITTEN_CARDINAL && isMultiplier(next);
        return multiplied ? cardinal(Integer.parseInt(digits)) : digits;
    }

    private String ascii(int token) {
        String text = utterances.get(tokens.utterance(token));
        StringBuilder digits = new StringBuilder(tokens.end(token) - tokens.start(token));
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            int digit = Character.digit(text.codePointAt(i), 10);
            digits.append((char) ('0' + digit));
            i += Character.isHighSurrogate(text.charAt(i)) ? 1 : 0;
        }
        return digits.toString();
    }

    private String repeated(int token) {
        int times = tokens.word(token).value();
        Word word = wordAt(token + 1, token);
        if (!word.is(Role.DIGIT) && !word.is(Role.DIGITS)) {
            return null;
        }
        String digit = word.is(Role.DIGIT) ? digit(word) : ascii(token + 1);
        if (digit.length() > 2) {
            return null;
        }
        next = token + 2;
        return digit.repeat(times);
    }

    private static String digit(Word word) {
        return isZeroLetter(word) ? "0" : DIGITS[word.value()];
    }

    /** Up to 99; leaves {@link #next} behind it. */
    private int small(int token) {
        Word word = tokens.word(token);
        next = token + 1;
        if (!word.is(Role.TENS)) {
            return isZeroLetter(word) ? 0 : word.value();
        }
        int unit = isHyphen(next) ? next + 1 : next;
        if (isWord(unit, Role.DIGIT) && tokens.word(unit).value() > 0 && !isZeroLetter(tokens.word(unit))) {
            next = unit + 1;
            return word.value() + tokens.word(unit).value();
        }
        return word.value();
    }

    private boolean isHyphen(int token) {
        return isWord(token, Role.DASH) && tokens.word(token).is(Role.SEPARATOR) && tokens.adjoins(token);
    }

    private boolean isMultiplier(int token) {
        return isWord(token, Role.HUNDRED) || isWord(token, Role.THOUSAND);
    }

    /** "eight hundred and five", "two thousand twelve"; a digit that begins the next group stays out. */
    private String cardinal(int first) {
        long value = first;
        if (isWord(next, Role.HUNDRED)) {
            next++;
            value = value * 100 + remainder();
        }
        if (isWord(next, Role.THOUSAND)) {
            next++;
            value = value * 1000 + thousandRemainder();
        }
        return String.valueOf(value);
    }

    private int thousandRemainder() {
        int before = next;
        int rest = remainder();
        if (rest == 0 && isWord(next, Role.DIGIT) && isWord(next + 1, Role.HUNDRED)) {
            rest = tokens.word(next).value();
            next++;
        }
        if (rest > 0 && isWord(next, Role.HUNDRED)) {
            next++;
            return rest * 100 + remainder();
        }
        return rest > 0 || next == before ? rest : 0;
    }

    private int remainder() {
        int before = next;
        int token = wordAt(next, next - 1).text().equals("and") ? next + 1 : next;
        if (isWord(token, Role.TENS) || isWord(token, Role.TEEN)) {
            return small(token);
        }
        if (isWord(token, Role.DIGIT)
                && !isZeroLetter(tokens.word(token))
                && (!isNumberWord(token + 1) || tokens.word(token + 1).is(Role.THOUSAND))) {
            return small(token);
        }
        next = before;
        return 0;
    }

    private boolean isNumberWord(int token) {
        return token < tokens.size()
                && tokens.utterance(token) == tokens.utterance(next - 1)
                && tokens.word(token).isAny(Role.NUMBER);
    }

    private boolean isWord(int token, Role role) {
        return token < tokens.size()
                && tokens.utterance(token) == tokens.utterance(next - 1)
                && tokens.word(token).is(role);
    }
}
