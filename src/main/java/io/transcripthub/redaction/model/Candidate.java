package io.transcripthub.redaction.model;

import io.transcripthub.redaction.call.DigitRun;

/**
 * A number, a code or a date as far as it stands in one utterance: the tokens [token, tokenEnd).
 *
 * @param run the whole of it, which may go on in other utterances; null for a date without a digit: "the third of march"
 * @param part what of the run stands here; null if there is no run
 * @param isDate whether it has a month's name
 */
public record Candidate(int utterance, int token, int tokenEnd, DigitRun run, DigitRun part, boolean isDate) {
    Candidate joined(int from, int to) {
        return new Candidate(utterance, Math.min(token, from), Math.max(tokenEnd, to), run, part, true);
    }
}
