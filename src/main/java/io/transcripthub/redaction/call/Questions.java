package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;

/**
 * Remembers what earlier utterances asked for. A question is open until it is answered by a number that fits, or until the
 * one who asked speaks of something else; back-channels, read-backs and the caller's side remarks leave it open.
 */
final class Questions {
    static final int MOST_UTTERANCES = 12;
    private static final int MOST_UTTERANCES_BEHIND_OWN = 4;
    private static final int MOST_HARD_WORDS_OF_ANSWER = 2;
    private static final int MOST_CUES = 8;
    private static final int LONGEST_QUESTION = 40;
    private static final int SHORTEST_AMID_WORDS = 7;
    private static final int MOST_HARD_WORDS = 5;
    private static final int MOST_HARD_WORDS_AGAIN = 2;
    /** What is shorter may be an amount or a time. */
    private static final int SHORTEST_PLAIN = 4;

    private static final int ENOUGH = 40;

    private final Speakers speakers;
    private final Tokens tokens;
    private final Cues cues;
    private final Groups groups;
    private final Labels labels;
    private final Answers answers;
    private final References references;
    private final Subjects subjects;
    private final PassingMentions passing;

    Questions(Speakers speakers, Tokens tokens, Cues cues, Groups groups, Labels labels, Answers answers) {
        this.speakers = speakers;
        this.tokens = tokens;
        this.cues = cues;
        this.groups = groups;
        this.labels = labels;
        this.answers = answers;
        this.references = new References(speakers, tokens, cues, groups);
        this.passing = new PassingMentions(tokens);
        this.subjects = new Subjects(speakers.utterances(), tokens);
    }

    /** What the number that begins with a token answers; the topic of its own utterance if it answers nothing. */
    Topic topic(int token, int digits, Topic own) {
        Topic asked = asked(token, digits, own);
        boolean open = asked == null || asked.equals(Topic.PHONE_WEAK);
        Topic meant = open ? references.topic(token, digits) : null;
        return meant == null ? asked : meant;
    }

    private Topic asked(int token, int digits, Topic own) {
        int utterance = tokens.utterance(token);
        if (digits < SHORTEST_AMID_WORDS && hardWordsBefore(token, utterance) > MOST_HARD_WORDS
                || labels.label(token) && !asksForName(utterance - 1) && !isPlainAnswer(token, utterance)) {
            return own;
        }
        Topic weak = own;
        boolean answered = false;
        boolean asked = false;
        boolean again = isSaidAgain(utterance, digits);
        for (int i = utterance - 1; i >= Math.max(0, utterance - MOST_UTTERANCES); i--) {
            boolean said = speakers.areSame(i, utterance);
            if (said && utterance - i > MOST_UTTERANCES_BEHIND_OWN) {
                continue;
            }
            Open open = open(i, utterance, digits, answered, again, asked);
            if (open.strong() != null && !isTold(open.strong(), i, utterance)) {
                return isLastFour(weak, digits) && !open.strong().equals(Topic.SSN) ? weak : open.strong();
            }
            weak = weak == null ? open.weak() : weak;
            answered |= hasGroup(i);
            if (!said) {
                boolean third = speakers.count() > 2 && i == utterance - 1;
                if (open.any() || weak != null && !isLastFour(weak, digits) || subjects.changesSubject(i) && !third) {
                    return weak;
                }
                asked |= again && !asked && tokens.hardWords(i) > 0 && !asksForMore(i);
            }
        }
        return weak;
    }

    /** "explain it like i'm five years old": what a caller says of a person is no question to the agent. */
    private boolean isTold(Topic topic, int said, int utterance) {
        boolean personal = !topic.isHarmless() && !topic.equals(Topic.PUBLIC) && !topic.equals(Topic.EVENT);
        return personal && speakers.isAgent(utterance) && !speakers.areSame(said, utterance) && !subjects.asks(said);
    }

    /** "and my social" - "only the last four": says of which number only by what was said before. */
    private static boolean isLastFour(Topic topic, int digits) {
        return Topic.LAST_FOUR.equals(topic) && digits == Topic.SSN.shortest();
    }

    /** @param any whether it asks for anything, of whatever length */
    private record Open(Topic strong, Topic weak, boolean any) {
        static final Open NOTHING = new Open(null, null, false);
    }

    /** What an utterance asks for and no number in it answers, the last of several. */
    private Open open(int question, int utterance, int digits, boolean answered, boolean again, boolean asked) {
        Topic weak = null;
        boolean any = false;
        boolean harmless = false;
        boolean event = false;
        int index = cues.indexFrom(tokens.last(question)) - 1;
        if (index < 0 || cues.get(index).token() < tokens.first(question)) {
            return Open.NOTHING;
        }
        int first = Math.max(0, index - MOST_CUES + 1);
        for (; index >= first && cues.get(index).token() >= tokens.first(question); index--) {
            Cue cue = cues.get(index);
            Topic topic = cue.topic();
            if (!answers.follows(index) && !(speakers.areSame(question, utterance) && PassingMentions.isSaid(cue))) {
                any |= !topic.weak() && !Cues.isSetting(topic);
                boolean closed = answered
                        && isAnswered(topic, question, utterance, again && !(asked && isAskedOnce(topic, digits)));
                if (topic.fits(digits) && !closed) {
                    if (passing.isPlace(cue)) {
                        weak = weak == null ? topic : weak;
                    } else if (passing.isNamed(cue)) {
                        harmless = true;
                    } else if (topic.equals(Topic.EVENT)) {
                        event = true;
                    } else if (!topic.weak()) {
                        return new Open(topic, weak, true);
                    } else {
                        weak = weak == null ? topic : weak;
                    }
                }
            }
        }
        return new Open(harmless ? Topic.HARMLESS : event ? Topic.EVENT : null, weak, any);
    }

    /** What is hardly given again when something else was said in between. */
    private static boolean isAskedOnce(Topic topic, int digits) {
        return topic.isHarmless()
                || topic.equals(Topic.EXPIRY)
                || topic.equals(Topic.CVV)
                || topic.equals(Topic.BIRTH) && digits == Topic.DATE;
    }

    private int hardWordsBefore(int token, int utterance) {
        return tokens.hardWords(tokens.first(utterance), token);
    }

    /** Whether the utterance is hardly more than the number, so that it may be the answer once more. */
    private boolean isSaidAgain(int utterance, int digits) {
        int most = digits >= 0 && digits < SHORTEST_PLAIN ? 1 : MOST_HARD_WORDS_AGAIN;
        return tokens.hardWords(utterance) <= most;
    }

    /** "i need the whole", "once more": what asks for the same again. */
    private boolean asksForMore(int utterance) {
        int last = Math.min(tokens.last(utterance), tokens.first(utterance) + LONGEST_QUESTION);
        for (int token = tokens.first(utterance); token < last; token++) {
            switch (tokens.word(token).text()) {
                case "whole", "full", "entire", "again", "rest", "repeat", "complete", "slower", "slowly", "more" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /**
     * Whether a number between a question and an utterance is an answer; one may answer once more, unless it is the asker. What
     * is said right behind the beginning of one's own number reads it back.
     */
    private boolean isAnswered(Topic topic, int question, int utterance, boolean again) {
        boolean own = speakers.areSame(question, utterance);
        int first = own && hasGroup(question) ? question + 2 : question + 1;
        for (int i = first; i < utterance; i++) {
            boolean answer = own ? !speakers.areSame(i, utterance) : !again;
            int said = answer ? groups.digitsBetween(tokens.first(i), tokens.last(i), ENOUGH) : 0;
            int least = topic.equals(Topic.EXPIRY) ? 2 : topic.shortest();
            if (said > 0 && (topic.fits(said) || own && said >= least)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasGroup(int utterance) {
        return groups.hasBetween(tokens.first(utterance), tokens.last(utterance));
    }

    /** "oh that's easy, 8112": the last words of an answer, right behind the question; no "number" names the thing. */
    private boolean isPlainAnswer(int token, int utterance) {
        int question = utterance - 1;
        return question >= 0
                && !speakers.areSame(question, utterance)
                && cues.hasStrongIn(question)
                && !cues.hasIn(question, Topic.HARMLESS)
                && !labels.isNamed(token)
                && tokens.hardWords(utterance) <= MOST_HARD_WORDS_OF_ANSWER
                && (tokens.first(utterance) < token - 2 || isCopula(tokens.word(tokens.first(utterance))));
    }

    /** "it's easy 8112" */
    private static boolean isCopula(Word word) {
        return word.says("it's") || word.says("that's") || word.says("its");
    }

    private boolean asksForName(int utterance) {
        if (utterance < 0 || cues.hasIn(utterance, Topic.PERSON)) {
            return utterance >= 0;
        }
        int last = Math.min(tokens.last(utterance), tokens.first(utterance) + LONGEST_QUESTION);
        for (int token = tokens.first(utterance); token < last; token++) {
            switch (tokens.word(token).text()) {
                case "name",
                        "names",
                        "holder",
                        "payee",
                        "beneficiary",
                        "who",
                        "whose",
                        "dates",
                        "birthdays",
                        "births" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
