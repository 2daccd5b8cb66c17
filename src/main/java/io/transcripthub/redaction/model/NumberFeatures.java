package io.transcripthub.redaction.model;

import static io.transcripthub.redaction.model.Feature.*;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.PaymentCards;
import io.transcripthub.redaction.words.Tokens;

/** How a candidate looks and where in its utterance it stands. */
final class NumberFeatures {
    private static final int MOST_GROUPS = 6;
    private static final int MOST_UTTERANCES = 4;
    private static final int LONGEST = 17;
    private static final int FEW_WORDS = 3;
    private static final int MORE_WORDS = 6;
    private static final String[] COUNTS = texts("");
    private static final String[] CODES = texts("code");
    private static final String[] DATES = texts("date");

    private final Call call;

    NumberFeatures(Call call) {
        this.call = call;
    }

    private static String[] texts(String before) {
        String[] texts = new String[LONGEST + 1];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = before + i;
        }
        return texts;
    }

    /** A small number as text. */
    static String count(int count, int most) {
        return COUNTS[Math.min(count, most)];
    }

    /** Digits and letters of all its utterances; 13 stands for 13 to 15, 17 for more than 16. */
    static String length(Candidate candidate) {
        if (candidate.run() == null) {
            return DATES[0];
        }
        int length = Math.min(candidate.run().length(), LONGEST);
        int size = length > 12 && length < 16 ? 13 : length;
        return (candidate.isDate() ? DATES : hasLetter(candidate.run()) ? CODES : COUNTS)[size];
    }

    private static boolean hasLetter(DigitRun run) {
        for (int i = 0; i < Math.min(run.size(), LONGEST); i++) {
            if (run.group(i).isLetter()) {
                return true;
            }
        }
        return false;
    }

    void describe(Candidate candidate, String length, Features features) {
        Tokens tokens = call.tokens();
        boolean first = candidate.token() == tokens.first(candidate.utterance());
        boolean last = candidate.tokenEnd() == tokens.last(candidate.utterance());
        String place = first ? last ? "alone" : "first" : last ? "last" : "within";
        features.add(LENGTH, length);
        features.add(PLACE, place);
        features.add(PLACE, place, length);
        features.add(WORDS, words(tokens.hardWords(candidate.utterance())));
        features.add(SPEAKER, call.isAgent(candidate.utterance()) ? "agent" : "customer");
        if (candidate.run() != null) {
            features.add(GROUPS, count(candidate.part().size(), MOST_GROUPS));
            describe(candidate.run(), features);
        }
    }

    private static String words(int hard) {
        return hard == 0 ? "none" : hard < FEW_WORDS ? "few" : hard < MORE_WORDS ? "more" : "many";
    }

    private void describe(DigitRun run, Features features) {
        if (call.isMeasure(run)) {
            features.add(MEASURE, Features.NONE);
        }
        if (run.length() >= PaymentCards.SHORTEST && run.length() <= PaymentCards.LONGEST && !hasLetter(run)) {
            features.add(LUHN, String.valueOf(run.isCardNumber(0, run.size())));
        }
    }

    /** What it is put together from. */
    static void describeParts(Candidate candidate, Features features) {
        if (candidate.run() == null) {
            return;
        }
        DigitRun run = candidate.run();
        DigitRun part = candidate.part();
        features.add(UTTERANCES, count(run.last().utterance() - run.utterance(), MOST_UTTERANCES));
        for (int i = 0; i < Math.min(part.size(), MOST_GROUPS); i++) {
            DigitGroup group = part.group(i);
            features.add(FORM, group.form().name());
            if (i > 0) {
                features.add(JOINT, group.joint().name());
            }
        }
    }
}
