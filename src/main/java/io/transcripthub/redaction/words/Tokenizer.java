package io.transcripthub.redaction.words;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
    /** In place of what is not ASCII. */
    private static final byte OTHER = '`';

    private static final long SPACES = 0x2020202020202020L;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Vocabulary vocabulary;
    private final Tokens tokens;
    private String text = "";
    /** Of its characters, a byte each, and spaces behind them. */
    private final byte[] ascii;

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
        this.ascii = new byte[longest + EightCharacters.SIZE];
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
        text = spoken;
        length = spoken.length();
        copyAscii();
        for (int i = 0; i < length; ) {
            i = readAt(i);
        }
        tokens.endUtterance(utterance);
        utterance++;
    }

    private void copyAscii() {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (encoded.length == length) {
            System.arraycopy(encoded, 0, ascii, 0, length);
        } else {
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                ascii[i] = c < 128 ? (byte) c : OTHER;
            }
        }
        EIGHT.set(ascii, length, SPACES);
    }

    /** Most words are read at once: those of a few Latin letters. */
    private int readAt(int start) {
        long eight = (long) EIGHT.get(ascii, start);
        long wordEnd = EightCharacters.wordEnd(eight);
        int end = start + EightCharacters.size(wordEnd);
        if (end == start || ascii[start] == '\'') {
            return readOther(start);
        }
        byte next = ascii[end];
        if (next != ' ' && mayContinueWord(next)) {
            return wordEnd == 0 ? readLong(start, eight) : readRest(start, end);
        }
        add(start, end, vocabulary.find(EightCharacters.word(eight, wordEnd)));
        return next == ' ' ? end + 1 : end;
    }

    /** A word of more than eight letters, mostly of no more than sixteen. */
    private int readLong(int start, long head) {
        int from = start + EightCharacters.SIZE;
        long eight = (long) EIGHT.get(ascii, from);
        long wordEnd = EightCharacters.wordEnd(eight);
        int end = from + EightCharacters.size(wordEnd);
        if (end == from || mayContinueWord(ascii[end])) {
            return readRest(start, end);
        }
        return add(start, end, vocabulary.find(EightCharacters.lower(head), EightCharacters.word(eight, wordEnd)));
    }

    private static boolean mayContinueWord(byte c) {
        return c == '\'' || c == OTHER || Characters.kind(c) == Characters.LETTER;
    }

    private int readOther(int i) {
        return switch (kind(i)) {
            case Characters.LETTER -> readRest(i, i);
            case Characters.DIGIT -> readDigits(i);
            case Characters.MARK -> readMark(i);
            default -> i + width(i);
        };
    }

    /** A word of more letters, or of others, that goes on at least up to an offset. */
    private int readRest(int start, int from) {
        int end = from;
        while (end < length && continuesWord(end)) {
            end++;
        }
        end = Math.max(end, start + width(start));
        return add(start, end, end - start > LONGEST_WORD ? null : vocabulary.find(text, start, end));
    }

    /** @param known null if it is not */
    private int add(int start, int end, Word known) {
        tokens.add(start, end, known != null ? known : possessive(start, end));
        return end;
    }

    /** "booking's" is a booking. */
    private Word possessive(int start, int end) {
        boolean possessive = end - start > 3
                && end - start <= LONGEST_WORD
                && Characters.lower(text.charAt(end - 2)) == '\''
                && Characters.lower(text.charAt(end - 1)) == 's';
        Word owner = possessive ? vocabulary.find(text, start, end - 2) : null;
        boolean known = owner != null && !owner.isAny(Role.NUMBER);
        return known ? owner : possessive && owner == null ? Word.OWNER : Word.UNKNOWN;
    }

    /** Letters with their marks; an apostrophe between letters belongs to the word. */
    private boolean continuesWord(int i) {
        char c = text.charAt(i);
        if (c < 128 && c != '\'' && c != '`') {
            return Characters.kind(c) == Characters.LETTER;
        }
        if (c == '\'' || c == '’' || c == '`' || c == 'ʼ') {
            return i + 1 < length && Character.isLetter(text.charAt(i + 1));
        }
        int type = Character.getType(Character.isLowSurrogate(c) ? text.codePointBefore(i + 1) : codePoint(i));
        return type <= Character.OTHER_LETTER && type > Character.UNASSIGNED || type == Character.NON_SPACING_MARK;
    }

    private int readDigits(int start) {
        int end = start;
        while (end < length && kind(end) == Characters.DIGIT) {
            end += width(end);
        }
        Word known = end - start > LONGEST_KNOWN_DIGITS ? null : vocabulary.find(text, start, end);
        tokens.add(start, end, known == null ? Word.DIGITS : known);
        return end;
    }

    private int readMark(int start) {
        int mark = text.codePointAt(start);
        int end = start + Character.charCount(mark);
        Word word = vocabulary.mark(mark);
        int last = tokens.size() - 1;
        if (last >= tokens.first(utterance)
                && word.is(Role.SEPARATOR)
                && tokens.word(last).is(Role.SEPARATOR)
                && tokens.word(last).says(word.text())) {
            tokens.extend(last, end);
        } else {
            tokens.add(start, end, word);
        }
        return end;
    }

    private int kind(int i) {
        byte c = ascii[i];
        return Characters.kind(c == OTHER ? codePoint(i) : c);
    }

    private int codePoint(int i) {
        return ascii[i] == OTHER ? text.codePointAt(i) : ascii[i];
    }

    private int width(int i) {
        return ascii[i] == OTHER ? Character.charCount(text.codePointAt(i)) : 1;
    }
}
