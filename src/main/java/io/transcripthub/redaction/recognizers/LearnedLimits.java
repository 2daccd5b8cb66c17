package io.transcripthub.redaction.recognizers;

import static io.transcripthub.redaction.EntityType.*;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.model.Candidate;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.Set;

/** Where what was learned is not asked: numbers with dots are what they look like, and what is said of a number is true. */
final class LearnedLimits {
    /** Given back only where something is spoken of that has numbers, too. */
    private static final Set<EntityType> LIKELY = Set.of(CREDIT_CARD, CARD_CVV, CARD_EXPIRY, PHONE);

    private static final Set<EntityType> DEAR = Set.of(CREDIT_CARD, CARD_CVV, SSN);

    private static final int LONGEST_TIME = 4;
    private static final int NEAR = 30;

    private static final int MANY_WORDS = 5;

    private LearnedLimits() {}

    /** "give me one of those forms and i'll check": a single digit within so many words is told to nobody. */
    static boolean isTalk(Candidate candidate, Call call) {
        DigitRun run = candidate.run();
        return run != null && run.length() == 1 && call.tokens().hardWords(candidate.utterance()) >= MANY_WORDS;
    }

    /** Whether a talk speaks of what costs the most when it stays. */
    static boolean mayBeDear(Call call) {
        return call.isDialogue() && (call.mentions(Topic.CARD) || call.mentions(Topic.CVV) || call.mentions(Topic.SSN));
    }

    /** Whether it is of what costs the most when it stays, in a {@link #mayBeDear talk} that speaks of it, and no time or port. */
    static boolean isDear(EntityType type, Candidate candidate, Call call) {
        if (!DEAR.contains(type) || !call.mentions(Topic.of(type.name()))) {
            return false;
        }
        DigitRun run = candidate.run();
        Topic topic = run == null || run.length() > LONGEST_TIME ? null : call.topic(run);
        return topic == null || topic.weak() || !isOther(topic);
    }

    /** Whether it may be claimed: not "that's my order number" behind it, nor a date or time that is no birthday. */
    static boolean mayGo(EntityType type, Candidate candidate, Call call) {
        return isSpokenOf(type, call) && (candidate.run() == null || isOpen(type, candidate.run(), call));
    }

    private static boolean isOpen(EntityType type, DigitRun run, Call call) {
        Topic behind = call.context().topicBehind(run);
        boolean date = call.isDate(run) || run.has(Joint.COLON);
        return !run.has(Joint.DOT)
                && (behind == null || behind.weak() || !behind.isHarmless())
                && (!date || type.equals(DATE_OF_BIRTH) || type.equals(CARD_EXPIRY));
    }

    /** In a text of one speaker, which is not like what was learned, only what it speaks of. */
    private static boolean isSpokenOf(EntityType type, Call call) {
        boolean ofCard = type.equals(CARD_CVV) || type.equals(CARD_EXPIRY);
        return call.isDialogue() || call.mentions(Topic.of(type.name())) || ofCard && call.mentions(Topic.CARD);
    }

    /** Whether it may be given back: not what its own utterance calls personal, nor in a text that is not like what was learned. */
    static boolean mayStay(EntityType type, Candidate candidate, Call call) {
        DigitRun run = candidate.run();
        Topic said = run == null ? null : run.topicWithin(call.context());
        return call.isDialogue()
                && (run == null || !run.has(Joint.DOT))
                && !(type.equals(IP_ADDRESS) && isBesideDot(candidate, call))
                && (said == null || said.weak() || isOther(said))
                && (!LIKELY.contains(type) || isOtherNear(candidate, call));
    }

    /** "it is two thirty one dot" */
    private static boolean isBesideDot(Candidate candidate, Call call) {
        return call.word(candidate.token() - 1, candidate.utterance()).isSpoken(Role.DOT.bit)
                || call.word(candidate.tokenEnd(), candidate.utterance()).isSpoken(Role.DOT.bit);
    }

    private static boolean isOtherNear(Candidate candidate, Call call) {
        Tokens tokens = call.tokens();
        Cues cues = call.context().cues();
        int first = tokens.first(Math.max(0, candidate.utterance() - 1));
        int last = Math.min(tokens.last(candidate.utterance()), candidate.tokenEnd() + NEAR);
        int index = cues.indexFrom(Math.max(first, candidate.token() - NEAR));
        while (index < cues.size()
                && cues.get(index).token() < last
                && !isOther(cues.get(index).topic())) {
            index++;
        }
        return index < cues.size() && cues.get(index).token() < last;
    }

    private static boolean isOther(Topic topic) {
        return topic.isHarmless() || topic.equals(Topic.PUBLIC) || topic.equals(Topic.EVENT);
    }
}
