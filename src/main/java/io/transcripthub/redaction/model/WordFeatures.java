package io.transcripthub.redaction.model;

import static io.transcripthub.redaction.model.Feature.*;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Tokens;

/** The words of the vocabulary around a candidate. All numbers count as one word, and all others that are not known. */
final class WordFeatures {
    private static final String NUMBER = "<number>";
    private static final String UNKNOWN = "<unknown>";
    private static final int MOST_BEFORE = 15;
    private static final int NEAR = 8;
    private static final int MOST_AFTER = 10;
    private static final int MOST_ASKED = 16;
    private static final Feature[] NEAREST_BEFORE = {BEFORE_1, BEFORE_2, BEFORE_3};
    private static final Feature[] NEAREST_AFTER = {AFTER_1, AFTER_2, AFTER_3};
    private static final Feature[] LAST_ASKED = {ASKED_LAST_1, ASKED_LAST_2};

    private final Tokens tokens;
    private final Groups groups;
    /** By token; null in utterances that nobody asked for yet. */
    private final String[] words;

    WordFeatures(Call call) {
        this.tokens = call.tokens();
        this.groups = call.groups();
        this.words = new String[tokens.size()];
    }

    private String word(int token) {
        if (words[token] == null) {
            read(tokens.utterance(token));
        }
        return words[token];
    }

    private void read(int utterance) {
        int first = tokens.first(utterance);
        int last = tokens.last(utterance);
        for (int token = first; token < last; token++) {
            String text = tokens.word(token).text();
            words[token] = text.isEmpty() ? UNKNOWN : text;
        }
        for (int i = groups.from(first); i < groups.size() && groups.get(i).token() < last; i++) {
            maskDigits(groups.get(i));
        }
    }

    private void maskDigits(DigitGroup group) {
        for (int token = group.token(); token < group.tokenEnd() && !group.isLetter(); token++) {
            words[token] = NUMBER;
        }
    }

    void describe(Candidate candidate, String length, int question, Features features) {
        before(candidate, length, features);
        after(candidate, features);
        if (question < 0) {
            features.add(ASKED, Features.NONE);
        } else {
            asked(question, length, features);
        }
    }

    private void before(Candidate candidate, String length, Features features) {
        int first = tokens.first(candidate.utterance());
        int from = Math.max(first, candidate.token() - MOST_BEFORE);
        for (int token = candidate.token() - 1; token >= from; token--) {
            int distance = candidate.token() - 1 - token;
            if (distance < NEAREST_BEFORE.length) {
                features.add(NEAREST_BEFORE[distance], word(token));
            }
            if (distance < NEAR) {
                features.add(BEFORE_LENGTH, word(token), length);
            }
            features.add(BEFORE, word(token));
            if (token > from) {
                features.add(BEFORE_PAIR, word(token - 1), word(token));
            }
        }
    }

    private void after(Candidate candidate, Features features) {
        int last = tokens.last(candidate.utterance());
        int to = Math.min(last, candidate.tokenEnd() + MOST_AFTER);
        for (int token = candidate.tokenEnd(); token < to; token++) {
            int distance = token - candidate.tokenEnd();
            if (distance < NEAREST_AFTER.length) {
                features.add(NEAREST_AFTER[distance], word(token));
            }
            features.add(AFTER, word(token));
            if (token + 1 < to) {
                features.add(AFTER_PAIR, word(token), word(token + 1));
            }
        }
    }

    private void asked(int question, String length, Features features) {
        for (int token = tokens.last(question) - 1; token >= firstAsked(question); token--) {
            features.add(ASKED_LENGTH, word(token), length);
        }
    }

    private int firstAsked(int question) {
        return Math.max(tokens.first(question), tokens.last(question) - MOST_ASKED);
    }

    void describeQuestion(int question, Features features) {
        int to = tokens.last(question);
        int from = firstAsked(question);
        for (int token = to - 1; token >= from; token--) {
            int distance = to - 1 - token;
            if (distance < LAST_ASKED.length) {
                features.add(LAST_ASKED[distance], word(token));
            }
            features.add(ASKED, word(token));
            if (token > from) {
                features.add(ASKED_PAIR, word(token - 1), word(token));
            }
        }
    }
}
