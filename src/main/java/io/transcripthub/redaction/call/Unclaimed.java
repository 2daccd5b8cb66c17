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

    /** The list itself where no claim touches it. */
    private List<DigitRun> compute(List<DigitRun> runs) {
        List<DigitRun> rest = runs;
        int free = 0;
        int claim = 0;
        for (int i = 0; i < runs.size(); i++) {
            DigitRun run = runs.get(i);
            int token = run.first().token();
            if (token < free || token > claim) {
                free = token;
                claim = claims.nextClaim(token);
            }
            boolean whole = claim >= run.last().tokenEnd() || !claims.touchAny(run);
            if (!whole && rest == runs) {
                rest = new ArrayList<>(runs.size());
                rest.addAll(runs.subList(0, i));
            }
            if (!whole) {
                addParts(run, rest);
            } else if (rest != runs) {
                rest.add(run);
            }
        }
        return rest;
    }

    private void addParts(DigitRun run, List<DigitRun> rest) {
        for (DigitRun part : run.split((one, other) -> claims.touch(one) != claims.touch(other))) {
            if (!claims.touch(part.first())) {
                rest.add(part);
            }
        }
    }
}
