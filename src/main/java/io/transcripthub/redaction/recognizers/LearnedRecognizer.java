package io.transcripthub.redaction.recognizers;

import static io.transcripthub.redaction.EntityType.*;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.model.Candidate;
import io.transcripthub.redaction.model.Candidates;
import io.transcripthub.redaction.model.Judgement;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What was learned from the corpus, after the rules: claims numbers that nearly always have to go with such words and numbers
 * around them although no rule knew it, and gives back those that hardly ever have to.
 */
final class LearnedRecognizer implements Recognizer {
    /** Words alone decide on them; addresses of e-mail and IBANs are what they look like. */
    private static final Set<EntityType> DOUBTFUL = Set.of(
            CREDIT_CARD,
            CARD_CVV,
            CARD_EXPIRY,
            SSN,
            PHONE,
            BANK_ACCOUNT,
            BANK_ROUTING,
            DATE_OF_BIRTH,
            PIN,
            PASSPORT,
            IP_ADDRESS);

    private static final float NEARLY_SURE = 1.5f;
    private static final float LIKELY = 0.6f;
    private static final float UNLIKELY = -1.6f;
    private static final float EVEN = 0;
    private static final int SHORTEST_REPEATED = 5;

    /** Natural logarithm of the odds from which on a number is claimed. */
    private final float claimed;
    /** The same of what costs the most when it stays. */
    private final float claimedDear;
    /** That below which it is given back. */
    private final float released;

    /** In strict mode even odds are enough, and nothing is given back. */
    LearnedRecognizer(RedactionMode mode) {
        boolean strict = mode == RedactionMode.STRICT;
        this.claimed = strict ? EVEN : NEARLY_SURE;
        this.claimedDear = strict ? EVEN : LIKELY;
        this.released = strict ? Float.NEGATIVE_INFINITY : UNLIKELY;
    }

    @Override
    public void recognize(Call call, Claims claims) {
        List<Candidate> candidates = Candidates.of(call);
        EntityType[] ruled = new EntityType[candidates.size()];
        BitSet open = new BitSet(ruled.length);
        for (int i = 0; i < ruled.length; i++) {
            ruled[i] = type(candidates.get(i), call, claims);
            open.set(
                    i,
                    ruled[i] == null
                            ? !LearnedLimits.isTalk(candidates.get(i), call)
                            : mayStay(ruled[i], candidates.get(i), call));
        }
        Judgement judgement = new Judgement(call, candidates, ruled, open);
        EntityType[] alone = decide(ruled, open, judgement.odds(), judgement, call);
        EntityType[] together = decide(ruled, open, judgement.odds(alone), judgement, call);
        for (int i = 0; i < ruled.length; i++) {
            Candidate candidate = candidates.get(i);
            if (ruled[i] == null && together[i] != null && LearnedLimits.mayGo(together[i], candidate, call)) {
                claims.claimTokens(together[i], candidate.token(), candidate.tokenEnd());
                remember(together[i], candidate, claims);
            } else if (ruled[i] != null && together[i] == null) {
                claims.release(candidate.token(), candidate.tokenEnd(), candidate.run());
            }
        }
    }

    private static void remember(EntityType type, Candidate candidate, Claims claims) {
        if (candidate.part() != null
                && (type.equals(PASSPORT) && candidate.part().first().isLetter()
                        || candidate.part().length() >= SHORTEST_REPEATED)) {
            claims.remember(type, candidate.part().digits(), candidate.utterance(), candidate.utterance());
        }
    }

    /** The type under which rules claimed it, one that cannot be given back before others; null if none did. */
    private static EntityType type(Candidate candidate, Call call, Claims claims) {
        EntityType found = null;
        int end = claims.touch(candidate.token(), candidate.tokenEnd()) ? candidate.tokenEnd() : 0;
        for (int token = candidate.token(); token < end && (found == null || DOUBTFUL.contains(found)); token++) {
            EntityType type = claims.typeAt(candidate.utterance(), call.tokens().start(token));
            found = type == null ? found : type;
        }
        return found;
    }

    private boolean mayStay(EntityType ruled, Candidate candidate, Call call) {
        return released > Float.NEGATIVE_INFINITY
                && DOUBTFUL.contains(ruled)
                && LearnedLimits.mayStay(ruled, candidate, call);
    }

    private EntityType[] decide(EntityType[] ruled, BitSet open, float[] odds, Judgement judgement, Call call) {
        EntityType[] types = new EntityType[odds.length];
        for (int i = 0; i < types.length; i++) {
            if (ruled[i] == null) {
                types[i] = open.get(i) && goes(i, odds[i], judgement, call) ? judgement.type(i) : null;
            } else {
                types[i] = odds[i] < released ? null : ruled[i];
            }
        }
        return types;
    }

    private boolean goes(int index, float odds, Judgement judgement, Call call) {
        return odds >= claimed
                || odds >= claimedDear
                        && LearnedLimits.mayBeDear(call)
                        && LearnedLimits.isDear(judgement.type(index), judgement.candidate(index), call);
    }
}
