package io.transcripthub.redaction.words;

import java.util.List;

/**
 * Cuts utterances into words, digit groups and marks in one pass. Spaces, control and invisible characters only
 * separate; the same mark several times over is one.
 */
public final class Tokenizer {
    private static final int LONGEST_WORD = 24;
    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int MOST_EXPECTED = 1 << 16;
    private static final int LONGEST_KNOWN_DIGITS = 3;

    private final Vocabulary vocabulary;
    private final Tokens tokens;
    /** An utterance's characters, and a space behind them. */
    private char[] text;

    private int length;
    private int utterance;

    private Tokenizer(Vocabulary vocabulary, List<String> utterances) {
        long characters = 0;
        int longest = 0;
        for (String said : utterances) {
            characters += said.length();
            longest = Math.max(longest, said.length());
        }
        this.vocabulary = vocabulary;
        this.text = new char[longest + 1];
        this.tokens =
                new Tokens(utterances.size(), (int) Math.min(characters / CHARACTERS_A_TOKEN + 16, MOST_EXPECTED));
    }

    public static Tokens read(List<String> utterances, Vocabulary vocabulary) {
        Tokenizer tokenizer = new Tokenizer(vocabulary, utterances);
        for (String text : utterances) {
            tokenizer.readUtterance(text);
        }
        return tokenizer.tokens;
    }

    private void readUtterance(String spoken) {
        length = spoken.length();
        spoken.getChars(0, length, text, 0);
        text[length] = ' ';
        tokens.beginUtterance(utterance);
        for (int i = 0; i < length; ) {
            i = switch (kind(i)) {
                case Characters.LETTER -> readWord(i);
                case Characters.DIGIT -> readDigits(i);
                case Characters.MARK -> readMark(i);
                default -> i + width(i);
            };
        }
        tokens.endUtterance(utterance);
        utterance++;
    }

    private int readWord(int start) {
        long key = 0;
        int end = start;
        char c = text[end];
        for (int code = Vocabulary.asciiCode(c); code > 0 && (c != '\'' || Characters.letter(text[end + 1]) > 0); ) {
            key = key << 5 | code;
            c = text[++end];
            code = Vocabulary.asciiCode(c);
        }
        if (c >= 128 || c == '\'' || c == '`' || end - start > Vocabulary.LONGEST_KEY) {
            return readRest(start, end, key);
        }
        add(start, end, vocabulary.find(key));
        return c == ' ' ? end + 1 : end;
    }

    /** What has more than a few Latin letters or ends with something else than a mark or a space. */
    private int readRest(int start, int lettersEnd, long lettersKey) {
        long key = lettersKey;
        int end = lettersEnd;
        boolean simple = true;
        while (end < length && continuesWord(end)) {
            int code = Vocabulary.code(text[end]);
            simple &= code > 0;
            key = key << 5 | code;
            end++;
        }
        end = Math.max(end, start + width(start));
        if (simple && end - start <= Vocabulary.LONGEST_KEY) {
            return add(start, end, vocabulary.find(key));
        }
        return add(start, end, end - start > LONGEST_WORD ? null : vocabulary.find(text, start, end));
    }

    /** @param known null if it is not */
    private int add(int start, int end, Word known) {
        tokens.add(utterance, start, end, known != null ? known : possessive(start, end));
        return end;
    }

    /** "booking's" is a booking. */
    private Word possessive(int start, int end) {
        boolean possessive = end - start > 3
                && end - start <= LONGEST_WORD
                && Characters.lower(text[end - 2]) == '\''
                && Characters.lower(text[end - 1]) == 's';
        Word owner = possessive ? vocabulary.find(text, start, end - 2) : null;
        boolean known = owner != null && !owner.isAny(Role.NUMBER);
        return known ? owner : possessive && owner == null ? Word.OWNER : Word.UNKNOWN;
    }

    /** Letters with their marks; an apostrophe between letters belongs to the word. */
    private boolean continuesWord(int i) {
        char c = text[i];
        if (c < 128 && c != '\'' && c != '`') {
            return Characters.kind(c) == Characters.LETTER;
        }
        if (c == '\'' || c == '’' || c == '`' || c == 'ʼ') {
            return i + 1 < length && Character.isLetter(text[i + 1]);
        }
        int type =
                Character.getType(Character.isLowSurrogate(c) ? Character.codePointBefore(text, i + 1) : codePoint(i));
        return type <= Character.OTHER_LETTER && type > Character.UNASSIGNED || type == Character.NON_SPACING_MARK;
    }

    private int readDigits(int start) {
        int end = start;
        while (end < length && kind(end) == Characters.DIGIT) {
            end += width(end);
        }
        Word known = end - start > LONGEST_KNOWN_DIGITS ? null : vocabulary.find(text, start, end);
        tokens.add(utterance, start, end, known == null ? Word.DIGITS : known);
        return end;
    }

    private int readMark(int start) {
        int mark = codePoint(start);
        int end = start + Character.charCount(mark);
        Word word = vocabulary.mark(mark);
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

    private int kind(int i) {
        char c = text[i];
        return Characters.kind(c < 128 ? c : codePoint(i));
    }

    private int codePoint(int i) {
        return Character.codePointAt(text, i, length);
    }

    private int width(int i) {
        return Character.isHighSurrogate(text[i]) ? Character.charCount(codePoint(i)) : 1;
    }
}
