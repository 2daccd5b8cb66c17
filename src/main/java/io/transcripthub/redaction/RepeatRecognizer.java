package io.transcripthub.redaction;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A number that was recognised once in a call is the same when it is read back without a cue or in another grouping, so
 * this comes after the recognizers that it repeats.
 */
final class RepeatRecognizer implements Recognizer {
    private static final Set<EntityType> NUMBERS = EnumSet.of(EntityType.CREDIT_CARD, EntityType.SSN, EntityType.PHONE);
    private static final int SHORTEST = 7;

    @Override
    public void recognize(Call call, Claims claims) {
        Map<String, EntityType> known = new HashMap<>();
        BitSet lengths = new BitSet();
        for (Entity entity : claims.entities()) {
            String digits = NUMBERS.contains(entity.type()) ? digits(call, entity) : "";
            if (digits.length() >= SHORTEST) {
                known.putIfAbsent(digits, entity.type());
                lengths.set(digits.length());
            }
        }
        if (!known.isEmpty()) {
            claims.unclaimed(call.digitRuns()).forEach(run -> recognize(run, known, lengths, claims));
        }
    }

    private static void recognize(DigitRun run, Map<String, EntityType> known, BitSet lengths, Claims claims) {
        for (int from = 0; from < run.size(); from++) {
            for (int to = from + 1; to <= run.size() && run.digitCount(from, to) < lengths.length(); to++) {
                DigitRun number = lengths.get(run.digitCount(from, to)) ? run.part(from, to) : null;
                if (number != null && known.containsKey(number.digits())) {
                    claims.claim(known.get(number.digits()), number);
                }
            }
        }
    }

    private static String digits(Call call, Entity entity) {
        StringBuilder digits = new StringBuilder();
        call.text(entity.utterance())
                .substring(entity.start(), entity.end())
                .codePoints()
                .filter(Character::isDigit)
                .forEach(digit -> digits.append(Character.digit(digit, 10)));
        return digits.toString();
    }
}
