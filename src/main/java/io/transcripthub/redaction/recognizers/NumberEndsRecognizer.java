package io.transcripthub.redaction.recognizers;

import static io.transcripthub.redaction.EntityType.*;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Word;
import java.util.List;
import java.util.Set;

/** "K FOUR TWO ONE seven e": what goes on before or behind what was claimed of a number, without a word between. */
final class NumberEndsRecognizer implements Recognizer {
    /** Those whose end no check digit and no dots tell. */
    private static final Set<EntityType> OPEN =
            Set.of(CARD_CVV, CARD_EXPIRY, SSN, PHONE, BANK_ACCOUNT, BANK_ROUTING, DATE_OF_BIRTH, PIN, PASSPORT);

    @Override
    public void recognize(Call call, Claims claims) {
        claim(call, call.digitRuns(), claims);
        claim(call, call.codes(), claims);
        if (claims.has(PIN)) {
            call.digitRuns().forEach(run -> claimKey(call, run.first(), claims));
        }
    }

    /** "star eight two two one", but not "star, then eight two two one" */
    private static void claimKey(Call call, DigitGroup first, Claims claims) {
        int key = first.token() - 1;
        boolean named =
                switch (call.word(key, first.utterance()).text()) {
                    case "star", "hash" -> true;
                    default -> false;
                };
        if (named && claims.touch(first) && PIN.equals(claims.typeAt(first.utterance(), first.start()))) {
            claims.claimTokens(PIN, key, key + 2);
        }
    }

    private static void claim(Call call, List<DigitRun> runs, Claims claims) {
        for (DigitRun run : runs) {
            if (run.size() > 1 && !claims.cover(run.first().token(), run.last().tokenEnd()) && claims.touchAny(run)) {
                for (DigitRun part : run.byUtterance()) {
                    claimEnds(call, part, claims);
                }
            }
        }
    }

    private static void claimEnds(Call call, DigitRun part, Claims claims) {
        for (int i = 1; i < part.size(); i++) {
            DigitGroup next = part.group(i);
            EntityType type = type(part.group(i - 1), next, claims);
            boolean iban = EntityType.IBAN.equals(type) && !next.isLetter();
            if (type != null && (iban || OPEN.contains(type)) && isJoined(next) && !isWord(call, next)) {
                claims.claim(type, next.utterance(), part.group(i - 1).start(), next.end());
            }
        }
        for (int i = part.size() - 1; i > 0; i--) {
            DigitGroup before = part.group(i - 1);
            EntityType type = type(part.group(i), before, claims);
            boolean inside = type != null && OPEN.contains(type) && !type.equals(PHONE);
            if (inside && isJoined(part.group(i)) && !isWord(call, before, part.group(i))) {
                claims.claim(
                        type, before.utterance(), before.start(), part.group(i).end());
            }
        }
    }

    /** Under which the one was claimed beside the other, which was not; null if it is not so. */
    private static EntityType type(DigitGroup claimed, DigitGroup open, Claims claims) {
        return !claims.touch(open) && claims.touch(claimed)
                ? claims.typeAt(claimed.utterance(), claimed.start())
                : null;
    }

    private static boolean isJoined(DigitGroup right) {
        return switch (right.joint()) {
            case NONE, WORDS, CORRECTION -> false;
            default -> true;
        };
    }

    /** "PAB417203 y el de mi marido" */
    private static boolean isWord(Call call, DigitGroup behind) {
        Word after = call.word(behind.tokenEnd(), behind.utterance());
        return behind.isLetter()
                && behind.tokenEnd() == behind.token() + 1
                && behind.tokenEnd() < call.tokens().last(behind.utterance())
                && !after.isAny(Role.ANY_MARK | Role.NUMBER | Role.SPELLED);
    }

    /** "the home one oh two ..", "where was i, five two ..", "until five, eight one .." */
    private static boolean isWord(Call call, DigitGroup before, DigitGroup claimed) {
        boolean apart = before.tokenEnd() < claimed.token();
        return switch (call.word(before.token()).text()) {
            case "one", "a", "i" ->
                before.token() > call.tokens().first(before.utterance())
                        && !call.word(before.token() - 1).isAny(Role.FILLER.bit | Role.ANY_MARK | Role.NUMBER);
            default -> apart && !before.isLetter();
        };
    }
}
