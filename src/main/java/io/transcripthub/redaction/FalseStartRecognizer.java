package io.transcripthub.redaction;

/** A number that was taken back, "four zero no wait, ..", goes with the one that was meant. */
final class FalseStartRecognizer implements Recognizer {
    private static final int LONGEST_GAP = 16;

    @Override
    public void recognize(Call call, Claims claims) {
        if (claims.isEmpty()) {
            return;
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            EntityType meant = call.isMeasure(run) ? null : meant(call, run, claims);
            if (meant != null) {
                run.byUtterance().forEach(part -> claims.claim(meant, part.utterance(), part.start(), part.end()));
            }
        }
    }

    private static EntityType meant(Call call, DigitRun run, Claims claims) {
        int utterance = run.last().utterance();
        int token = run.last().tokenEnd();
        int last = Math.min(call.tokens().last(utterance), token + LONGEST_GAP);
        boolean corrected = false;
        for (; token < last; token++) {
            if (claims.touch(token, token + 1)) {
                return corrected ? claims.typeAt(utterance, call.tokens().start(token)) : null;
            }
            if (call.word(token).isAny(Role.NUMBER)) {
                return null;
            }
            corrected |= call.word(token).is(Role.CORRECTION);
        }
        return null;
    }
}
