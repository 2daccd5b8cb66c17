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
    private final List<DigitGroup> groups = new ArrayList<>();
    /** The last one that was read, or null. */
    private DigitGroup previous;

    private GroupReader(List<String> utterances, Tokens tokens, Cues cues) {
        this.tokens = tokens;
        this.joints = new Joints(tokens);
        this.numberWords = new NumberWords(tokens, cues);
        this.numbers = new NumberReader(utterances, tokens);
        this.letters = new SpelledLetters(utterances, tokens);
    }

    /** Leaves out numbers that stand alone in a cue: "the last three on the back". */
    public static DigitStream read(List<String> utterances, Tokens tokens, Cues cues) {
        GroupReader reader = new GroupReader(utterances, tokens, cues);
        for (int token = 0; token < tokens.size(); ) {
            token = tokens.word(token).isAny(Role.NUMBER | Role.SPELLED) ? reader.readAt(token) : token + 1;
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
        add(isOneHundred(token) ? token - 1 : token, numbers.end(), digits, actual(form, token, digits));
        return numbers.end();
    }

    private void add(int from, int to, String digits, Form form) {
        Joint joint = previous == null || isCountApart(from, to) ? Joint.NONE : joints.between(previous, from, digits);
        previous = new DigitGroup(
                tokens.utterance(from), tokens.start(from), tokens.end(to - 1), digits, from, to, form, joint);
        groups.add(previous);
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
                && tokens.word(token - 1).text().equals("a");
    }

    private Form form(int token) {
        Word word = tokens.word(token);
        if (word.is(Role.DIGITS)) {
            return Form.WRITTEN;
        }
        if (word.is(Role.OH)) {
            return isZero(token) ? Form.SPOKEN_DIGIT : word.is(Role.LETTER) ? Form.LETTER : null;
        }
        if (word.is(Role.REPEAT)) {
            return isDoubledLetter(token) ? Form.LETTER : Form.SPOKEN_DIGIT;
        }
        if (word.is(Role.DIGIT)) {
            return numberWords.isArticle(token) ? null : Form.SPOKEN_DIGIT;
        }
        return word.isAny(Role.NUMBER) ? Form.SPOKEN_PAIR : letters.isAt(token, previous) ? Form.LETTER : null;
    }

    private boolean isDoubledLetter(int token) {
        Word word = wordAt(token + 1, token);
        return word.is(Role.LETTER) && !word.is(Role.OH);
    }

    /** "oh" is a digit beside another one, unless it begins a sigh: "oh, four", "oh sorry". */
    private boolean isZero(int token) {
        Word after = wordAt(token + 1, token);
        if (after.isAny(Role.NUMBER)
                || isAllThatIsSaid(token) && isBetweenNumbers(token)
                || isFirstOfSeveral(token, after)) {
            return true;
        }
        boolean row = previous != null
                && previous.tokenEnd() == token
                && tokens.word(token - 1).is(Role.OH);
        boolean spelled = wordAt(token + 2, token).isAny(Role.SPELLED);
        boolean clause = isClause(after.text()) && previous != null && previous.tokenEnd() == token;
        return isBehindNumber(token)
                && (!isSighed(after.text()) || row || isFourth(token) || clause || after.is(Role.LETTER) && spelled);
    }

    /** "it's oh, eight, double seven", but not "oh, eight" */
    private boolean isFirstOfSeveral(int token, Word after) {
        return after.is(Role.SEPARATOR)
                && wordAt(token + 2, token).isAny(Role.NUMBER)
                && token > tokens.first(tokens.utterance(token))
                && switch (tokens.word(token - 1).text()) {
                    case "it's", "its", "is", "that's" -> true;
                    default -> false;
                };
    }

    private boolean isAllThatIsSaid(int token) {
        int utterance = tokens.utterance(token);
        return tokens.last(utterance) - tokens.first(utterance) == 1;
    }

    /** "two" - "yes" - "oh" - "yes" - "one" */
    private boolean isBetweenNumbers(int token) {
        int utterance = tokens.utterance(token);
        return previous != null
                && previous.utterance() == utterance - 2
                && previous.tokenEnd() == tokens.last(utterance - 2)
                && tokens.last(utterance) < tokens.size()
                && isNumberBehind(utterance);
    }

    /** Whether one begins the utterance after next. */
    private boolean isNumberBehind(int utterance) {
        int other = tokens.utterance(tokens.last(utterance));
        int token = tokens.last(other);
        return token < tokens.size() && tokens.word(token).isAny(Role.NUMBER);
    }

    /** "five two five oh okay": the last of four digits that are said one by one. */
    private boolean isFourth(int token) {
        int digits = 0;
        int end = token;
        for (int index = groups.size() - 1; index >= 0 && digits <= 4; index--) {
            DigitGroup group = groups.get(index);
            if (group.tokenEnd() != end || group.form() != Form.SPOKEN_DIGIT) {
                break;
            }
            digits += group.size();
            end = group.token();
        }
        return digits == 3;
    }

    /** "oh okay", "oh my" */
    private static boolean isSighed(String after) {
        return switch (after) {
            case "okay", "ok", "yes", "yeah", "right", "sure", "great", "good", "i", "my", "god", "that's", "it's" ->
                true;
            default -> false;
        };
    }

    /** "two five eight oh my kids know it" */
    private static boolean isClause(String after) {
        return switch (after) {
            case "i", "my", "that's", "it's" -> true;
            default -> false;
        };
    }

    private boolean isBehindNumber(int token) {
        return previous != null
                && previous.utterance() == tokens.utterance(token)
                && !previous.isLetter()
                && token - previous.tokenEnd() <= 1;
    }

    private Word wordAt(int token, int sameUtteranceAs) {
        return token < tokens.size() && tokens.utterance(token) == tokens.utterance(sameUtteranceAs)
                ? tokens.word(token)
                : Word.UNKNOWN;
    }
}
