package io.transcripthub.redaction.numbers;

import io.transcripthub.redaction.words.Starts;

/** The digit groups of a call in their order, found by the tokens that they are made of. */
public final class Groups {
    private final DigitStream groups;
    private final Starts starts;

    /** @param tokens how many the call has */
    public Groups(DigitStream groups, int tokens) {
        this.groups = groups;
        this.starts =
                new Starts(tokens, groups.size(), index -> groups.group(index).token());
    }

    public int size() {
        return groups.size();
    }

    public DigitGroup get(int index) {
        return groups.group(index);
    }

    /** Index of the first group that begins at or behind a token. */
    public int from(int token) {
        return starts.from(token);
    }

    /** The group that begins with a token, or null. */
    public DigitGroup at(int token) {
        int index = from(token);
        return index < size() && groups.group(index).token() == token ? groups.group(index) : null;
    }

    /** The group that ends before a token, or null. */
    public DigitGroup endingAt(int token) {
        int index = from(token) - 1;
        return index >= 0 && groups.group(index).tokenEnd() == token ? groups.group(index) : null;
    }

    /** Whether a token belongs to a group of digits or letters. */
    public boolean cover(int token) {
        int index = from(token + 1) - 1;
        return index >= 0 && groups.group(index).tokenEnd() > token;
    }

    /** Whether one begins within the tokens [from, to). */
    public boolean hasBetween(int from, int to) {
        int index = from(from);
        return index < size() && groups.group(index).token() < to;
    }

    /** Digits of the groups that begin within the tokens [from, to), at most about as many as asked for. */
    public int digitsBetween(int from, int to, int enough) {
        int digits = 0;
        for (int index = from(from); index < size() && groups.group(index).token() < to && digits < enough; index++) {
            digits += groups.group(index).size();
        }
        return digits;
    }
}
