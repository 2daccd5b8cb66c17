package io.transcripthub.redaction.call;

import java.util.ArrayList;
import java.util.List;

/** Keeps what claims leave of the lists of runs that recognizers ask for, until there are more claims. */
final class Unclaimed {
    private final Claims claims;
    /** For each list that was asked for. */
    private final List<Left> left = new ArrayList<>(2);

    /** What was left of a list of runs when there were so many changes. */
    private record Left(List<DigitRun> all, int changes, List<DigitRun> runs) {}

    Unclaimed(Claims claims) {
        this.claims = claims;
    }

    /** After claims were given back. */
    void forget() {
        left.clear();
    }

    /** @param changes how many claims there were */
    List<DigitRun> of(List<DigitRun> runs, int changes) {
        for (int i = 0; i < left.size(); i++) {
            Left known = left.get(i);
            if (known.all() == runs) {
                if (known.changes() != changes) {
                    known = new Left(runs, changes, compute(known.runs()));
                    left.set(i, known);
                }
                return known.runs();
            }
        }
        left.add(new Left(runs, changes, compute(runs)));
        return left.get(left.size() - 1).runs();
    }

    private List<DigitRun> compute(List<DigitRun> runs) {
        List<DigitRun> rest = new ArrayList<>(runs.size());
        int free = 0;
        int claim = 0;
        for (DigitRun run : runs) {
            int token = run.first().token();
            if (token < free || token > claim) {
                free = token;
                claim = claims.nextClaim(token);
            }
            if (claim >= run.last().tokenEnd() || !claims.touchAny(run)) {
                rest.add(run);
            } else {
                for (DigitRun part : run.split((one, other) -> claims.touch(one) != claims.touch(other))) {
                    if (!claims.touch(part.first())) {
                        rest.add(part);
                    }
                }
            }
        }
        return rest;
    }
}
