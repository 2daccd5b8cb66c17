package io.transcripthub.redaction.model;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.words.Tokens;

/**
 * Says what stands around the candidates of a call and how they look. The time that one takes is bounded, however long an
 * utterance or a call is.
 */
public final class Surroundings {
    private static final int UTTERANCES_BACK = 3;

    private final Call call;
    private final NumberFeatures numbers;
    private final WordFeatures words;
    private final CueFeatures cues;

    public Surroundings(Call call) {
        this.call = call;
        this.numbers = new NumberFeatures(call);
        this.words = new WordFeatures(call);
        this.cues = new CueFeatures(call);
    }

    /** What all candidates have in common. */
    public void describeCall(Features features) {
        features.add(Feature.BIAS, Features.NONE);
        cues.describeCall(features);
    }

    /** The words of a question; all candidates that answer it have them in common. */
    public void describeQuestion(int utterance, Features features) {
        words.describeQuestion(utterance, features);
    }

    /**
     * What tells the most: how long it is, where it stands, and what the cues around it are about.
     *
     * @param question the utterance that it answers, -1 if there is none
     */
    public void describe(Candidate candidate, int question, Features features) {
        String length = NumberFeatures.length(candidate);
        numbers.describe(candidate, length, features);
        cues.describe(candidate, length, question, features);
    }

    /** All else but the words that are of the whole question: what it is put together from, and the words around it. */
    public void describeClosely(Candidate candidate, int question, Features features) {
        NumberFeatures.describeParts(candidate, features);
        cues.describeClosely(candidate, question, features);
        words.describe(candidate, NumberFeatures.length(candidate), question, features);
    }

    /** What the other one said last that is more than "mm-hmm"; -1 if that is long ago. */
    public int question(Candidate candidate) {
        int utterance = candidate.utterance();
        Tokens tokens = call.tokens();
        for (int before = utterance - 1; before >= Math.max(0, utterance - UTTERANCES_BACK); before--) {
            if (!call.isSameSpeaker(before, utterance)
                    && tokens.last(before) - tokens.first(before) > 1
                    && tokens.hardWords(before) > 0) {
                return before;
            }
        }
        return -1;
    }
}
