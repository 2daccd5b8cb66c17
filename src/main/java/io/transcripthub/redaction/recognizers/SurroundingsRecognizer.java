package io.transcripthub.redaction.recognizers;

import static io.transcripthub.redaction.EntityType.*;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.model.Candidate;
import io.transcripthub.redaction.model.Candidates;
import io.transcripthub.redaction.model.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was learned from the corpus, after the rules: claims numbers that are nearly always personal with such words around
 * them although no rule knew it, and gives back those that nearly never are.
 */
final class SurroundingsRecognizer implements Recognizer {
    /** Those that a check digit or a pattern speaks for are never given back. */
    private static final Set<EntityType> DOUBTFUL = Set.of(
            CARD_CVV, CARD_EXPIRY, SSN, PHONE, BANK_ACCOUNT, BANK_ROUTING, DATE_OF_BIRTH, PIN, PASSPORT, IP_ADDRESS);

    private final float least;
    private final float most;

    /**
     * @param least logarithm of the odds from which on a number is claimed
     * @param most that below which it is given back
     */
    SurroundingsRecognizer(float least, float most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public void recognize(Call call, Claims claims) {
        Judgement judgement = new Judgement(call);
        List<Candidate> candidates = Candidates.of(call);
        float[] odds = odds(candidates, judgement);
        for (int i = 0; i < odds.length; i++) {
            Candidate candidate = candidates.get(i);
            boolean claimed = claims.touch(candidate.token(), candidate.tokenEnd());
            if (claimed && odds[i] < most && isDoubtful(candidate, call, claims)) {
                claims.release(candidate.token(), candidate.tokenEnd());
            } else if (!claimed && odds[i] > least) {
                claims.claimTokens(judgement.type(candidate), candidate.token(), candidate.tokenEnd());
            }
        }
    }

    /** Of a number in several utterances the highest counts for all. */
    private static float[] odds(List<Candidate> candidates, Judgement judgement) {
        float[] odds = new float[candidates.size()];
        Map<DigitRun, Float> highest = new HashMap<>();
        for (int i = 0; i < odds.length; i++) {
            odds[i] = judgement.odds(candidates.get(i));
            highest.merge(candidates.get(i).run(), odds[i], Math::max);
        }
        for (int i = 0; i < odds.length; i++) {
            DigitRun run = candidates.get(i).run();
            odds[i] = run == null ? odds[i] : highest.get(run);
        }
        return odds;
    }

    private static boolean isDoubtful(Candidate candidate, Call call, Claims claims) {
        for (int token = candidate.token(); token < candidate.tokenEnd(); token++) {
            EntityType type = claims.typeAt(candidate.utterance(), call.tokens().start(token));
            if (type != null && !DOUBTFUL.contains(type)) {
                return false;
            }
        }
        return true;
    }
}
