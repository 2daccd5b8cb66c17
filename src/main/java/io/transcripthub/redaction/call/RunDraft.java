package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitStream;
import java.util.ArrayList;
import java.util.List;

/** A run that may go on: one piece of a stream, or several with other groups between them. */
final class RunDraft {
    private final DigitStream groups;
    private final int from;
    private int to;
    private boolean spelled;
    /** Null while there is but one piece. */
    private List<DigitGroup> pieces;

    RunDraft(DigitStream groups, int from) {
        this.groups = groups;
        this.from = from;
        this.to = from;
    }

    /**
     * Takes the groups [pieceFrom, pieceTo).
     *
     * @param corrected whether they stand behind a word of correction
     */
    void add(int pieceFrom, int pieceTo, boolean corrected) {
        if (to == from) {
            to = pieceTo;
        } else {
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
        for (int i = pieceFrom; i < pieceTo; i++) {
            spelled |= groups.group(i).isLetter();
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

    /** Whether it has letters. */
    boolean isSpelled() {
        return spelled;
    }

    DigitRun run() {
        return pieces == null ? new DigitRun(groups, from, to) : DigitRun.of(pieces);
    }
}
