package io.transcripthub.redaction.numbers;

import io.transcripthub.redaction.numbers.DigitGroup.Form;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;
import java.util.ArrayList;
import java.util.List;

/** Reads the digits and the spelled letters of a call, written and spoken, in one pass over its tokens. */
public final class GroupReader {
    private final Tokens tokens;
    private final Joints joints;
    private final NumberWords numberWords;
    private final NumberReader numbers;
    private final SpelledLetters letters;
    private final Zeros zeros;
    private final List<DigitGroup> groups = new ArrayList<>();
    /** The last one that was read, or null. */
    private DigitGroup previous;

    private GroupReader(List<String> utterances, Tokens tokens, Cues cues) {
        this.tokens = tokens;
        this.joints = new Joints(tokens);
        this.numberWords = new NumberWords(tokens, cues);
        this.numbers = new NumberReader(utterances, tokens);
        this.letters = new SpelledLetters(utterances, tokens);
        this.zeros = new Zeros(tokens);
    }

    /** Leaves out numbers that stand alone in a cue: "the last three on the back". */
    public static DigitStream read(List<String> utterances, Tokens tokens, Cues cues) {
        GroupReader reader = new GroupReader(utterances, tokens, cues);
        int token = tokens.next(0, Role.NUMBER | Role.SPELLED);
        while (token < tokens.size()) {
            token = tokens.next(reader.readAt(token), Role.NUMBER | Role.SPELLED);
        }
        return new DigitStream(reader.groups.toArray(DigitGroup[]::new));
    }

    /** The token behind the group that begins here, or behind this token if none does. */
    private int readAt(int token) {
        Form form = form(token);
        if (form == null || numberWords.isNoNumber(token)) {
            return token + 1;
        }
        if (form == Form.LETTER) {
            add(token, letters.end(token), letters.read(token), form);
            return previous.tokenEnd();
        }
        String digits = numbers.read(token);
        if (digits == null) {
            return token + 1;
        }
        boolean article = isOneHundred(token) || form == Form.SPOKEN_DIGIT && isOneOfSeveral(token);
        add(article ? token - 1 : token, numbers.end(), digits, actual(form, token, digits));
        return numbers.end();
    }

    private void add(int from, int to, String digits, Form form) {
        Joint joint = previous == null ? Joint.NONE : joints.between(previous, from, digits);
        if (joint != Joint.NONE && isCountApart(from, to)
                || joint == Joint.WORDS && (form == Form.ORDINAL || form == Form.CARDINAL && isSum(from, to))) {
            joint = Joint.NONE;
        }
        previous = new DigitGroup(
                tokens.utterance(from), tokens.start(from), tokens.end(to - 1), digits, from, to, form, joint);
        groups.add(previous);
    }

    /** "oh three nine so that's eleven hundred and thirty seven" */
    private boolean isSum(int from, int to) {
        boolean sum = false;
        for (int token = from + 2; token < to; token++) {
            sum |= tokens.word(token).says("and");
        }
        return sum;
    }

    /** "twenty five oh one please, two boxes" */
    private boolean isCountApart(int from, int to) {
        return from > previous.tokenEnd() && wordAt(to, from).is(Role.UNIT);
    }

    /** What the number turns out to be, of which the first word had a form. */
    private Form actual(Form form, int token, String digits) {
        boolean several = numbers.end() > token + 1;
        if (several && tokens.word(numbers.end() - 1).is(Role.ORDINAL_SUFFIX)) {
            return Form.ORDINAL;
        }
        boolean cardinal = form == Form.WRITTEN
                ? several
                : digits.length() > 2 && !tokens.word(token).is(Role.REPEAT) && !numbers.isSeveral(token);
        return cardinal ? Form.CARDINAL : form;
    }

    /** "a hundred and seven" */
    private boolean isOneHundred(int token) {
        return tokens.word(token).isAny(Role.HUNDRED.bit | Role.THOUSAND.bit)
                && token > tokens.first(tokens.utterance(token))
                && tokens.word(token - 1).says("a");
    }

    /** "a nine, a four and a seven" */
    private boolean isOneOfSeveral(int token) {
        int article = token - 1;
        return isArticle(article, token)
                && (previous != null && isBetweenDigits(previous.tokenEnd(), article)
                        || isArticleBehind(numbers.end(), token));
    }

    private boolean isArticle(int token, int sameUtteranceAs) {
        Word word = wordAt(token, sameUtteranceAs);
        return word.is(Role.LINK) && (word.says("a") || word.says("an"));
    }

    /** Nothing but a comma or "and" behind a single digit. */
    private boolean isBetweenDigits(int from, int to) {
        boolean between = previous.form() == Form.SPOKEN_DIGIT && to - from <= 2;
        for (int token = from; token < to && between; token++) {
            between = isAnd(wordAt(token, to));
        }
        return between && previous.utterance() == tokens.utterance(to);
    }

    private boolean isArticleBehind(int from, int sameUtteranceAs) {
        int token = from;
        while (token < from + 2 && isAnd(wordAt(token, sameUtteranceAs))) {
            token++;
        }
        return isArticle(token, sameUtteranceAs)
                && wordAt(token + 1, sameUtteranceAs).is(Role.DIGIT);
    }

    private static boolean isAnd(Word word) {
        return word.is(Role.SEPARATOR) || word.says("and") || word.says("then");
    }

    private Form form(int token) {
        Word word = tokens.word(token);
        if (!word.isAny(Role.NUMBER)) {
            return letters.isAt(token, previous) ? Form.LETTER : null;
        }
        if (word.is(Role.DIGITS)) {
            return Form.WRITTEN;
        }
        if (word.is(Role.OH)) {
            return zeros.isZero(token, groups) ? Form.SPOKEN_DIGIT : word.is(Role.LETTER) ? Form.LETTER : null;
        }
        if (word.is(Role.REPEAT)) {
            return isDoubledLetter(token) ? Form.LETTER : Form.SPOKEN_DIGIT;
        }
        if (word.is(Role.DIGIT)) {
            return numberWords.isArticle(token) ? null : Form.SPOKEN_DIGIT;
        }
        return Form.SPOKEN_PAIR;
    }

    private boolean isDoubledLetter(int token) {
        Word word = wordAt(token + 1, token);
        return word.is(Role.LETTER) && !word.is(Role.OH);
    }

    private Word wordAt(int token, int sameUtteranceAs) {
        return tokens.word(token, tokens.utterance(sameUtteranceAs));
    }
}
