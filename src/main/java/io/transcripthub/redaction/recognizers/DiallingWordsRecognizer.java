package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Role;

/** PHONE: what is said around the number, "area code three one two", "plus" and "ext. 22". */
final class DiallingWordsRecognizer implements Recognizer {
    private static final int LONGEST_EXTENSION = 5;
    private static final int AROUND = 3;

    @Override
    public void recognize(Call call, Claims claims) {
        boolean signed = call.tokens().has(Role.PLUS.bit);
        if (!signed && !claims.has(EntityType.PHONE)) {
            return;
        }
        for (DigitRun run : call.digitRuns()) {
            int utterance = run.utterance();
            int before = run.first().token() - 1;
            before -= call.word(before, utterance).says("is") ? 1 : 0;
            boolean area = call.word(before, utterance).says("code")
                    && call.word(before - 1, utterance).says("area");
            if (area && claims.has(EntityType.PHONE, utterance - AROUND, utterance + AROUND)) {
                claims.claimTokens(EntityType.PHONE, before - 1, call.groupEnd(run, utterance));
            }
            int plus = run.first().token() - 1;
            if (signed && call.word(plus, utterance).is(Role.PLUS) && claims.touch(run.first())) {
                claims.claimTokens(EntityType.PHONE, plus, plus + 2);
            }
            if (run.length() <= LONGEST_EXTENSION) {
                claimExtension(call, run, claims);
            }
        }
    }

    private static void claimExtension(Call call, DigitRun run, Claims claims) {
        int utterance = run.utterance();
        int word = run.first().token() - 1;
        word -= call.word(word, utterance).isAny(Role.DOT.bit | Role.ANY_MARK) ? 1 : 0;
        boolean extension =
                switch (call.word(word, utterance).text()) {
                    case "ext", "x", "extn" -> true;
                    default -> false;
                };
        int end = word - 1;
        end -= call.word(end, utterance).isAny(Role.SEPARATOR.bit) ? 1 : 0;
        if (extension
                && end >= call.tokens().first(utterance)
                && claims.touch(end, end + 1)
                && EntityType.PHONE.equals(
                        claims.typeAt(utterance, call.tokens().start(end)))) {
            claims.claimTokens(EntityType.PHONE, end, call.groupEnd(run, utterance));
        }
    }
}
