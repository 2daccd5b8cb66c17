package io.transcripthub.redaction.model;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** All candidates of a call: codes with a digit in them, other numbers, and dates with the month's name. */
public final class Candidates {
    private final Call call;
    private final BitSet covered = new BitSet();
    private final List<Candidate> candidates = new ArrayList<>();

    private Candidates(Call call) {
        this.call = call;
    }

    /** In the order of the call, without overlaps. */
    public static List<Candidate> of(Call call) {
        Candidates found = new Candidates(call);
        for (DigitRun code : call.codes()) {
            if (code.hasDigit()) {
                found.addParts(code);
            }
        }
        call.digitRuns().forEach(found::addParts);
        call.namedDates().forEach(found::addDate);
        found.candidates.sort(Comparator.comparingInt(Candidate::token));
        return found.candidates;
    }

    private void addParts(DigitRun run) {
        for (DigitRun part : run.byUtterance()) {
            Candidate candidate = new Candidate(
                    part.utterance(), part.first().token(), part.last().tokenEnd(), run, part, false);
            DateReader.Named date = call.namedDate(part.first());
            add(date == null ? candidate : candidate.joined(date.token(), date.tokenEnd()));
        }
    }

    private void addDate(DateReader.Named date) {
        add(new Candidate(call.tokens().utterance(date.token()), date.token(), date.tokenEnd(), null, null, true));
    }

    private void add(Candidate candidate) {
        Tokens tokens = call.tokens();
        int end = Math.min(candidate.tokenEnd(), tokens.last(candidate.utterance()));
        int taken = covered.nextSetBit(candidate.token());
        if (taken < 0 || taken >= end) {
            covered.set(candidate.token(), end);
            candidates.add(candidate);
        }
    }
}
