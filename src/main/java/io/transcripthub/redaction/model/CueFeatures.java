package io.transcripthub.redaction.model;

import static io.transcripthub.redaction.model.Feature.*;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;

/** What the cues around a candidate are about. */
final class CueFeatures {
    private static final Feature[] NEAREST_BEFORE = {CUE_1, CUE_2, CUE_3};
    private static final Feature[] NEAREST_AFTER = {CUE_AFTER_1, CUE_AFTER_2};
    private static final int MOST_ASKED = 8;
    private static final int MOST_LATELY = 24;
    private static final int UTTERANCES_LATELY = 6;
    private static final int FARTHEST = 5;
    private static final int MOST_NUMBERS = 3;
    /** Tokens of the next utterance that cues are looked for in, and that words count of. */
    private static final int REPLY_SEARCHED = 12;

    private static final int REPLY_SAID = 4;

    private final Call call;
    private final Tokens tokens;
    private final Cues cues;
    private final Groups groups;

    CueFeatures(Call call) {
        this.call = call;
        this.tokens = call.tokens();
        this.cues = call.context().cues();
        this.groups = call.groups();
    }

    /** What is the same for all candidates. */
    void describeCall(Features features) {
        for (Topic topic : cues.topics()) {
            features.add(CUE_IN_CALL, topic.name());
        }
    }

    void describe(Candidate candidate, String length, int question, Features features) {
        String before = before(candidate, length, features);
        after(candidate, features);
        if (question >= 0) {
            asked(candidate, length, question, before, features);
        }
        pending(candidate, length, features);
    }

    /** What tells less: how long ago a question was, all cues of late, and what is replied. */
    void describeClosely(Candidate candidate, int question, Features features) {
        if (question >= 0) {
            features.add(ASKED_AGO, NumberFeatures.count(candidate.utterance() - question, MOST_NUMBERS));
            features.add(ASKED_SINCE, since(candidate, question));
        }
        lately(candidate, features);
        reply(candidate, features);
    }

    /** The topic of the nearest cue. */
    private String before(Candidate candidate, String length, Features features) {
        int first = tokens.first(candidate.utterance());
        int nearest = cues.indexFrom(candidate.token()) - 1;
        for (int i = 0; i < NEAREST_BEFORE.length; i++) {
            if (nearest < i || cues.get(nearest - i).token() < first) {
                break;
            }
            features.add(NEAREST_BEFORE[i], cues.get(nearest - i).topic().name());
        }
        if (nearest < 0 || cues.get(nearest).token() < first) {
            features.add(CUE_1, Features.NONE);
            return Features.NONE;
        }
        Cue cue = cues.get(nearest);
        String topic = cue.topic().name();
        features.add(CUE_DISTANCE, topic, distance(candidate.token() - cue.tokenEnd()));
        features.add(CUE_LENGTH, topic, length);
        features.add(CUE_TAKEN, topic, String.valueOf(groups.hasBetween(cue.tokenEnd(), candidate.token())));
        return topic;
    }

    private void after(Candidate candidate, Features features) {
        int last = tokens.last(candidate.utterance());
        int next = cues.indexFrom(candidate.tokenEnd());
        for (int i = 0; i < NEAREST_AFTER.length && next + i < cues.size(); i++) {
            Cue cue = cues.get(next + i);
            if (cue.token() < last) {
                features.add(NEAREST_AFTER[i], cue.topic().name());
                features.add(CUE_AFTER_DISTANCE, cue.topic().name(), distance(cue.token() - candidate.tokenEnd()));
            }
        }
    }

    private static String distance(int tokens) {
        return NumberFeatures.count(Math.max(0, tokens) / 2, FARTHEST);
    }

    private void asked(Candidate candidate, String length, int question, String before, Features features) {
        int end = cues.indexFrom(tokens.last(question));
        int from = Math.max(cues.indexFrom(tokens.first(question)), end - MOST_ASKED);
        for (int index = from; index < end; index++) {
            String topic = cues.get(index).topic().name();
            features.add(ASKED_CUE, topic);
            features.add(ASKED_CUE_LENGTH, topic, length);
        }
        String topic = from < end ? cues.get(end - 1).topic().name() : Features.NONE;
        features.add(ASKED_CUE_LAST, topic);
        features.add(ASKED_CUE_LAST_LENGTH, topic, length);
        features.add(ASKED_CUE_AND_CUE, topic, before);
        features.add(ASKED_CUE_TAKEN, topic, since(candidate, question));
    }

    /** How many numbers were said since. */
    private String since(Candidate candidate, int question) {
        int numbers = groups.from(candidate.token()) - groups.from(tokens.last(question));
        return NumberFeatures.count(numbers, MOST_NUMBERS);
    }

    /** The cues of the utterances before. */
    private void lately(Candidate candidate, Features features) {
        int end = cues.indexFrom(tokens.first(candidate.utterance()));
        for (int index = firstLately(candidate, end); index < end; index++) {
            features.add(CUE_LATELY, cues.get(index).topic().name());
        }
    }

    private int firstLately(Candidate candidate, int end) {
        int first = Math.max(0, candidate.utterance() - UTTERANCES_LATELY);
        return Math.max(end - MOST_LATELY, cues.indexFrom(tokens.first(first)));
    }

    /** Of each speaker the last cue in the utterances before that is not weak. */
    private void pending(Candidate candidate, String length, Features features) {
        int end = cues.indexFrom(tokens.first(candidate.utterance()));
        int from = firstLately(candidate, end);
        boolean others = false;
        boolean owns = false;
        for (int index = end - 1; index >= from && !(others && owns); index--) {
            Cue cue = cues.get(index);
            if (!cue.topic().weak() && !Cues.isSetting(cue.topic())) {
                boolean own = call.isSameSpeaker(tokens.utterance(cue.token()), candidate.utterance());
                if (own ? !owns : !others) {
                    pending(candidate, length, cue, own, features);
                }
                owns |= own;
                others |= !own;
            }
        }
    }

    private void pending(Candidate candidate, String length, Cue cue, boolean own, Features features) {
        int numbers = groups.from(candidate.token()) - groups.from(cue.tokenEnd());
        features.add(own ? OWN : PENDING, cue.topic().name(), NumberFeatures.count(numbers, MOST_NUMBERS));
        features.add(own ? OWN_LENGTH : PENDING_LENGTH, cue.topic().name(), length);
    }

    private void reply(Candidate candidate, Features features) {
        int next = candidate.utterance() + 1;
        if (next < call.size()) {
            int to = Math.min(tokens.last(next), tokens.first(next) + REPLY_SEARCHED);
            int end = cues.indexFrom(to);
            for (int index = cues.indexFrom(tokens.first(next)); index < end; index++) {
                features.add(REPLY_CUE, cues.get(index).topic().name());
            }
            for (int token = tokens.first(next); token < Math.min(to, tokens.first(next) + REPLY_SAID); token++) {
                String text = tokens.word(token).text();
                if (!text.isEmpty()) {
                    features.add(REPLY, text, groups.cover(token) ? "number" : Features.NONE);
                }
            }
        }
    }
}
