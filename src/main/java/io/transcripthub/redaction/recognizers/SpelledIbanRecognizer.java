package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Topic;

/** IBAN as it is spelled, "golf bravo eight two ..": by its checksum, or because the words around ask for it. */
final class SpelledIbanRecognizer implements Recognizer {
    private static final int SHORTEST = 12;
    private static final int NORWEGIAN = 15;
    private static final int LONGEST_WITH_CORRECTIONS = 80;
    private static final int FEWEST_DIGITS = 8;

    @Override
    public void recognize(Call call, Claims claims) {
        for (DigitRun code : claims.unclaimed(call.codes())) {
            if (code.length() >= SHORTEST && !claimByChecksum(code, claims) && !claimNorwegian(call, code, claims)) {
                claimByTopic(call, code, claims);
            }
        }
        if (call.mentions(Topic.IBAN)) {
            claims.unclaimed(call.digitRuns()).stream()
                    .filter(run -> run.length() >= SHORTEST)
                    .forEach(run -> claimByTopic(call, run, claims));
        }
    }

    private static boolean claimByChecksum(DigitRun code, Claims claims) {
        for (int from = 0; from + 2 < code.size(); from++) {
            if (!code.group(from).isLetter()) {
                continue;
            }
            String country = code.part(from, from + 2).digits();
            int length = Ibans.length(country.substring(0, 2));
            for (int to = from + 2; length > 0 && to <= code.size() && code.digitCount(from, to) <= length; to++) {
                if (code.digitCount(from, to) == length
                        && Ibans.isValid(code.part(from, to).digits())) {
                    claims.claim(EntityType.IBAN, code.part(from, to));
                    return true;
                }
            }
        }
        return false;
    }

    /** "n o nine three ..": the letter was taken for a zero. */
    private static boolean claimNorwegian(Call call, DigitRun code, Claims claims) {
        for (int from = 0; from + 2 < code.size(); from++) {
            if (code.group(from).digits().equals("N")
                    && call.word(code.group(from + 1).token()).says("o")) {
                for (int to = from + 3; to <= code.size() && code.digitCount(from, to) <= NORWEGIAN; to++) {
                    if (Ibans.isValid("NO" + code.part(from + 2, to).digits())) {
                        claims.claim(EntityType.IBAN, code.part(from, to));
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void claimByTopic(Call call, DigitRun code, Claims claims) {
        if (code.length() <= LONGEST_WITH_CORRECTIONS
                && code.digits().chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
                && call.context().isAbout(Topic.IBAN, code, SHORTEST)) {
            claims.claim(EntityType.IBAN, code);
        }
    }
}
