package io.transcripthub.redaction.words;

import java.util.Arrays;

/** The words, digit groups and marks of a call in their order, with their places in the utterances. */
public final class Tokens {
    private static final int ENOUGH = 40;
    private static final int MOST_WORDS_BACK = 200;
    private static final long NO_HARD_WORD =
            Role.SOFT | Role.ANY_MARK | Role.NUMBER | Role.STOP.bit | Role.MONTH.bit | Role.ORDINAL.bit;

    private int size;
    private int[] starts;
    private int[] ends;
    private int[] utterances;
    private Word[] words;
    /** Of each word, side by side, as all tokens are looked through several times. */
    private long[] rolesOf;

    private final int[] firsts;
    /** By utterance: the roles of its words, most of which nobody looks for. */
    private final long[] rolesIn;
    /** Roles of the words of the utterance that has not ended yet. */
    private long rolesOfLast;
    /** Roles of all words. */
    private long roles;
    /** By token: how many hard words come before it; null where nobody asked yet. */
    private int[] hardBefore;

    /** @param expected number of tokens; there may be more */
    Tokens(int utteranceCount, int expected) {
        starts = new int[expected];
        ends = new int[expected];
        utterances = new int[expected];
        words = new Word[expected];
        rolesOf = new long[expected];
        firsts = new int[utteranceCount + 1];
        rolesIn = new long[utteranceCount];
    }

    /** What was added since the one before it. */
    void endUtterance(int utterance) {
        Arrays.fill(utterances, firsts[utterance], size, utterance);
        firsts[utterance + 1] = size;
        rolesIn[utterance] = rolesOfLast;
        roles |= rolesOfLast;
        rolesOfLast = 0;
    }

    void add(int start, int end, Word word) {
        int token = size++;
        if (token == starts.length) {
            grow();
        }
        long rolesOfWord = word.roles();
        starts[token] = start;
        ends[token] = end;
        words[token] = word;
        rolesOf[token] = rolesOfWord;
        rolesOfLast |= rolesOfWord;
    }

    private void grow() {
        int more = 2 * size;
        starts = Arrays.copyOf(starts, more);
        ends = Arrays.copyOf(ends, more);
        utterances = Arrays.copyOf(utterances, more);
        words = Arrays.copyOf(words, more);
        rolesOf = Arrays.copyOf(rolesOf, more);
    }

    public int size() {
        return size;
    }

    /** First UTF-16 offset into the utterance. */
    public int start(int token) {
        return starts[token];
    }

    /** The offset behind the last. */
    public int end(int token) {
        return ends[token];
    }

    void replace(int token, Word word) {
        words[token] = word;
        rolesOf[token] = word.roles();
        rolesIn[utterances[token]] |= rolesOf[token];
        roles |= rolesOf[token];
        hardBefore = null;
    }

    void extend(int token, int end) {
        ends[token] = end;
    }

    public int utterance(int token) {
        return utterances[token];
    }

    /** Whether the word of one of the call's tokens has one of these roles. */
    public boolean isAny(int token, long bits) {
        return (rolesOf[token] & bits) != 0;
    }

    /** The word of a token, {@link Word#UNKNOWN} before the first and behind the last. */
    public Word word(int token) {
        return token < 0 || token >= size ? Word.UNKNOWN : words[token];
    }

    /** The first token of an utterance; where it has none, the first behind it. */
    public int first(int utterance) {
        return firsts[utterance];
    }

    /** The token behind an utterance's last. */
    public int last(int utterance) {
        return firsts[utterance + 1];
    }

    /** Whether a token follows the one before it without a space. */
    public boolean adjoins(int token) {
        return token > 0
                && token < size
                && utterances[token - 1] == utterances[token]
                && ends[token - 1] == starts[token];
    }

    /** {@link Word#UNKNOWN} outside of the utterance. */
    public Word word(int token, int utterance) {
        return token >= first(utterance) && token < last(utterance) ? words[token] : Word.UNKNOWN;
    }

    /** Whether a word has one of these roles. */
    public boolean has(long bits) {
        return (roles & bits) != 0;
    }

    /** Whether a word of an utterance has one of these roles, or had before it was read as another. */
    public boolean hasIn(int utterance, long bits) {
        return (rolesIn[utterance] & bits) != 0;
    }

    /** The first token from this one on that has one of these roles; {@link #size} if there is none. */
    public int next(int from, long bits) {
        int token = has(bits) ? from : size;
        while (token < size && (rolesOf[token] & bits) == 0) {
            int utterance = utterances[token];
            token = (rolesIn[utterance] & bits) == 0 ? firstBehind(utterance, bits) : token + 1;
        }
        return token;
    }

    /** The first token of the next utterance that has one of these roles, or may have had. */
    private int firstBehind(int utterance, long bits) {
        int next = utterance + 1;
        while (next < rolesIn.length && (rolesIn[next] & bits) == 0) {
            next++;
        }
        return first(next);
    }

    /** Words of an utterance that mean something, at most {@value ENOUGH}. */
    public int hardWords(int utterance) {
        return hardWords(first(utterance), last(utterance));
    }

    /** Of the tokens [from, to). */
    public int hardWords(int from, int to) {
        if (hardBefore == null) {
            countHardWords();
        }
        int start = Math.max(from, to - MOST_WORDS_BACK);
        return start < to ? Math.min(ENOUGH, hardBefore[to] - hardBefore[start]) : 0;
    }

    private void countHardWords() {
        hardBefore = new int[size + 1];
        for (int token = 0; token < size; token++) {
            hardBefore[token + 1] = hardBefore[token] + ((rolesOf[token] & NO_HARD_WORD) == 0 ? 1 : 0);
        }
    }

    /** The token of an utterance that begins at an offset or is the first behind it. */
    public int at(int utterance, int offset) {
        int low = firsts[utterance];
        int high = firsts[utterance + 1];
        while (low < high) {
            int middle = low + high >>> 1;
            if (ends[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
