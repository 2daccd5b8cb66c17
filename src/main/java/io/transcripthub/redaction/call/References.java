package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;

/** Finds what "and the number?" refers to: the document or account that was spoken of last and has no number yet. */
final class References {
    private static final int LONGEST_QUESTION = 12;
    private static final int MOST_HARD_WORDS = 2;
    private static final int MOST_UTTERANCES = 6;
    private static final int MOST_CUES = 40;
    private static final int ENOUGH = 40;
    /** Longer ones are telephone numbers. */
    private static final int LONGEST_PASSPORT = 9;

    private final Speakers speakers;
    private final Tokens tokens;
    private final Cues cues;
    private final Groups groups;

    References(Speakers speakers, Tokens tokens, Cues cues, Groups groups) {
        this.speakers = speakers;
        this.tokens = tokens;
        this.cues = cues;
        this.groups = groups;
    }

    /** What the number that begins with a token is of; null if no such question was asked. */
    Topic topic(int token, int digits) {
        int utterance = tokens.utterance(token);
        int question = utterance - 1;
        if (question < 0 || speakers.areSame(question, utterance) || !asksForNumber(question)) {
            return null;
        }
        int first = tokens.first(Math.max(0, question - MOST_UTTERANCES));
        int last = cues.indexFrom(tokens.first(question)) - 1;
        for (int i = last; i >= Math.max(0, last - MOST_CUES) && cues.get(i).token() >= first; i--) {
            Topic topic = cues.get(i).topic();
            if (isNumbered(topic)) {
                boolean whole = topic.fits(digits) && (digits <= LONGEST_PASSPORT || !topic.equals(Topic.PASSPORT));
                return whole && !isAnswered(topic, tokens.utterance(cues.get(i).token()), utterance) ? topic : null;
            }
            if (topic.isHarmless()) {
                return null;
            }
        }
        return null;
    }

    private static boolean isNumbered(Topic topic) {
        return topic.equals(Topic.PASSPORT)
                || topic.equals(Topic.CARD)
                || topic.equals(Topic.ACCOUNT)
                || topic.equals(Topic.IBAN)
                || topic.equals(Topic.SSN);
    }

    /** "and the number", "what are the digits" and hardly more. */
    private boolean asksForNumber(int question) {
        int first = tokens.first(question);
        int last = tokens.last(question);
        if (last - first > LONGEST_QUESTION
                || tokens.hardWords(first, last) > MOST_HARD_WORDS
                || cues.hasStrongBetween(first, last)) {
            return false;
        }
        for (int token = first; token < last; token++) {
            switch (tokens.word(token).text()) {
                case "number", "numbers", "digits" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private boolean isAnswered(Topic topic, int from, int utterance) {
        for (int i = from; i < utterance; i++) {
            if (speakers.areSame(i, utterance)
                    && topic.fits(groups.digitsBetween(tokens.first(i), tokens.last(i), ENOUGH))) {
                return true;
            }
        }
        return false;
    }
}
