package io.transcripthub.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts utterances into words, digit groups and marks in one pass. Spaces, control and invisible characters only
 * separate; the same mark several times over is one.
 */
final class Tokenizer {
    private static final int SPACE = 0;
    private static final int LETTER = 1;
    private static final int DIGIT = 2;
    private static final int MARK = 3;
    private static final int LONGEST_WORD = 24;
    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int MOST_EXPECTED = 1 << 16;
    private static final int LONGEST_KNOWN_DIGITS = 3;
    private static final byte[] ASCII = new byte[128];
    private static final Map<Integer, Word> MARKS = new HashMap<>();
    private static final Word[] ASCII_MARKS = new Word[128];

    static {
        for (char c = 0; c < 128; c++) {
            ASCII[c] = (byte) kindByCategory(c);
        }
        for (int mark = 33; mark < 0x2100; mark++) {
            if (kindByCategory(mark) == MARK) {
                MARKS.put(mark, newMark(mark));
                if (mark < ASCII_MARKS.length) {
                    ASCII_MARKS[mark] = MARKS.get(mark);
                }
            }
        }
    }

    private final Vocabulary vocabulary;
    private final Tokens tokens;
    private String text;
    private int utterance;

    private Tokenizer(Vocabulary vocabulary, List<String> utterances) {
        long characters = 0;
        for (String said : utterances) {
            characters += said.length();
        }
        this.vocabulary = vocabulary;
        this.tokens =
                new Tokens(utterances.size(), (int) Math.min(characters / CHARACTERS_A_TOKEN + 16, MOST_EXPECTED));
    }

    static Tokens read(List<String> utterances, Vocabulary vocabulary) {
        Tokenizer tokenizer = new Tokenizer(vocabulary, utterances);
        for (String text : utterances) {
            tokenizer.readUtterance(text);
        }
        return tokenizer.tokens;
    }

    private void readUtterance(String spoken) {
        text = spoken;
        tokens.beginUtterance(utterance);
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int kind = c < 128 ? ASCII[c] : kindByCategory(text.codePointAt(i));
            i = switch (kind) {
                case LETTER -> readWord(i);
                case DIGIT -> readDigits(i);
                case MARK -> readMark(i);
                default -> i + width(c, i);
            };
        }
        utterance++;
    }

    private int readWord(int start) {
        long key = 0;
        int end = start;
        int code = 0;
        while (end < text.length() && (code = Vocabulary.letter(text.charAt(end))) > 0) {
            key = key << 5 | code;
            end++;
        }
        boolean simple = true;
        while (end < text.length() && continuesWord(end)) {
            code = Vocabulary.code(text.charAt(end));
            simple &= code > 0;
            key = key << 5 | code;
            end++;
        }
        end = Math.max(end, start + width(text.charAt(start), start));
        Word word = simple && end - start <= Vocabulary.LONGEST_KEY
                ? vocabulary.find(key)
                : end - start > LONGEST_WORD ? null : vocabulary.find(text, start, end);
        tokens.add(utterance, start, end, word != null ? word : possessive(start, end));
        return end;
    }

    /** "booking's" is a booking. */
    private Word possessive(int start, int end) {
        boolean possessive = end - start > 3
                && end - start <= LONGEST_WORD
                && Vocabulary.lower(text.charAt(end - 2)) == '\''
                && Vocabulary.lower(text.charAt(end - 1)) == 's';
        Word owner = possessive ? vocabulary.find(text, start, end - 2) : null;
        return owner == null || owner.isAny(Role.NUMBER) ? Word.UNKNOWN : owner;
    }

    /** Letters with their marks; an apostrophe between letters belongs to the word. */
    private boolean continuesWord(int i) {
        char c = text.charAt(i);
        if (c < 128 && c != '\'' && c != '`') {
            return ASCII[c] == LETTER;
        }
        if (c == '\'' || c == '’' || c == '`' || c == 'ʼ') {
            return i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
        }
        int type = Character.getType(Character.isLowSurrogate(c) ? text.codePointBefore(i + 1) : text.codePointAt(i));
        return type <= Character.OTHER_LETTER && type > Character.UNASSIGNED || type == Character.NON_SPACING_MARK;
    }

    private int readDigits(int start) {
        int end = start;
        while (end < text.length() && isDigit(end)) {
            end += width(text.charAt(end), end);
        }
        Word known = end - start > LONGEST_KNOWN_DIGITS ? null : vocabulary.find(text, start, end);
        tokens.add(utterance, start, end, known == null ? Word.DIGITS : known);
        return end;
    }

    private boolean isDigit(int i) {
        char c = text.charAt(i);
        return c < 128 ? ASCII[c] == DIGIT : Character.isDigit(text.codePointAt(i));
    }

    private int readMark(int start) {
        int mark = text.codePointAt(start);
        int end = start + Character.charCount(mark);
        Word word = mark(mark);
        int last = tokens.size() - 1;
        if (last >= tokens.first(utterance)
                && word.is(Role.SEPARATOR)
                && tokens.word(last).text().equals(word.text())) {
            tokens.extend(last, end);
        } else {
            tokens.add(utterance, start, end, word);
        }
        return end;
    }

    private static Word mark(int mark) {
        Word known = mark < ASCII_MARKS.length ? ASCII_MARKS[mark] : MARKS.get(mark);
        return known != null ? known : newMark(mark);
    }

    private static Word newMark(int mark) {
        long roles = Character.getType(mark) == Character.CURRENCY_SYMBOL
                ? Role.CURRENCY.bit
                : Separators.isSeparator(mark) ? Role.SEPARATOR.bit : Role.MARK.bit;
        return new Word(Character.toString(mark), roles | role(mark), 0, Phrases.NOWHERE);
    }

    private static long role(int mark) {
        if (Character.getType(mark) == Character.DASH_PUNCTUATION || mark == '−') {
            return Role.DASH.bit;
        }
        return switch (mark) {
            case '.' -> Role.DOT.bit;
            case '/' -> Role.SLASH.bit;
            case ':' -> Role.COLON.bit;
            case '_' -> Role.UNDERSCORE.bit;
            case '@', '＠' -> Role.AT.bit;
            case '+', '＋' -> Role.PLUS.bit;
            default -> 0;
        };
    }

    private int width(char c, int i) {
        return Character.isHighSurrogate(c) ? Character.charCount(text.codePointAt(i)) : 1;
    }

    private static int kindByCategory(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> LETTER;
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> SPACE;
            default -> MARK;
        };
    }
}
