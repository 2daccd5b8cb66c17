package io.transcripthub.redaction.call;

import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;

/** Tells phrases that name something without asking for its number: "the social on the policy", "the code you set at the front desk". */
final class PassingMentions {
    private final Tokens tokens;

    PassingMentions(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Something harmless, named beside what is asked for. */
    boolean isNamed(Cue cue) {
        return cue.topic().isHarmless() && !cue.topic().weak() && (isOneWord(cue) && !isAsked(cue) || isAside(cue));
    }

    /** What nobody announces: "the post office on the corner". */
    static boolean isSaid(Cue cue) {
        return cue.topic().equals(Topic.PUBLIC) || cue.topic().isHarmless() && isOneWord(cue);
    }

    /** "the social on the policy": a lone noun yields to what else is asked for in one breath. */
    private static boolean isOneWord(Cue cue) {
        return cue.tokenEnd() - cue.token() == 1;
    }

    /** "national insurance number i've got, what's the policy" */
    private boolean isAsked(Cue cue) {
        int utterance = tokens.utterance(cue.token());
        return cue.tokenEnd() == tokens.last(utterance)
                && switch (tokens.word(cue.token() - 2, utterance).text()) {
                    case "what's", "what", "is", "whats" -> true;
                    default -> false;
                };
    }

    /** "the code you set at the front desk" */
    boolean isPlace(Cue cue) {
        return cue.topic().equals(Topic.PUBLIC)
                && switch (tokens.word(cue.token() - 1, tokens.utterance(cue.token()))
                        .text()) {
                    case "at", "with" -> true;
                    default -> false;
                };
    }

    /** ".. because this is on your store card": what is named behind a preposition is not what is asked for. */
    private boolean isAside(Cue cue) {
        int utterance = tokens.utterance(cue.token());
        for (int token = cue.token() - 1; token >= cue.token() - 2; token--) {
            switch (tokens.word(token, utterance).text()) {
                case "on", "for", "of", "with", "from", "in", "at", "because" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
