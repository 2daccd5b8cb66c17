package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitStream;
import java.util.ArrayList;
import java.util.List;

/** A run that may go on: one piece of a stream, or several with other groups between them. */
final class RunDraft {
    private final DigitStream groups;
    private final int from;
    private final int to;
    private boolean spelled;
    /** Null while there is but one piece. */
    private List<DigitGroup> pieces;

    /** Of the groups [from, to). */
    RunDraft(DigitStream groups, int from, int to) {
        this.groups = groups;
        this.from = from;
        this.to = to;
    }

    /** The same, which goes on by itself. */
    RunDraft copy() {
        RunDraft copy = new RunDraft(groups, from, to);
        copy.pieces = pieces == null ? null : new ArrayList<>(pieces);
        return copy;
    }

    /**
     * Takes the groups [pieceFrom, pieceTo).
     *
     * @param corrected whether they stand behind a word of correction
     */
    void add(int pieceFrom, int pieceTo, boolean corrected) {
        if (pieces == null) {
            pieces = new ArrayList<>();
            copy(from, to);
        }
        int first = pieces.size();
        copy(pieceFrom, pieceTo);
        if (corrected) {
            pieces.set(first, pieces.get(first).corrected());
        }
    }

    private void copy(int pieceFrom, int pieceTo) {
        for (int i = pieceFrom; i < pieceTo; i++) {
            pieces.add(groups.group(i));
        }
    }

    int size() {
        return pieces == null ? to - from : pieces.size();
    }

    DigitGroup last() {
        return pieces == null ? groups.group(to - 1) : pieces.get(pieces.size() - 1);
    }

    /** Index of its first group. */
    int from() {
        return from;
    }

    /** Whether it has letters. */
    boolean isSpelled() {
        return spelled;
    }

    void spell() {
        spelled = true;
    }

    DigitRun run() {
        return pieces == null ? new DigitRun(groups, from, to) : DigitRun.of(pieces);
    }
}
