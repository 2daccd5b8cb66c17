package io.transcripthub.redaction.model;

import java.util.Locale;

/** What the model looks at. Each kind says something of one or two words, cues or sizes. */
public enum Feature {
    /** Of every candidate. */
    BIAS,
    /** The nearest word before it, the second, the third; any of the last fifteen of the utterance; two in a row. */
    BEFORE_1,
    BEFORE_2,
    BEFORE_3,
    BEFORE,
    BEFORE_PAIR,
    /** A near one, beside the number's length. */
    BEFORE_LENGTH,
    AFTER_1,
    AFTER_2,
    AFTER_3,
    AFTER,
    AFTER_PAIR,
    /** Words of what the other one said last. */
    ASKED,
    ASKED_PAIR,
    ASKED_LENGTH,
    ASKED_LAST_1,
    ASKED_LAST_2,
    /** How many utterances ago that was, and how many numbers were said since. */
    ASKED_AGO,
    ASKED_SINCE,
    /** The number itself. */
    LENGTH,
    GROUPS,
    UTTERANCES,
    LUHN,
    FORM,
    JOINT,
    MEASURE,
    /** Where it stands, and who says it. */
    PLACE,
    WORDS,
    SPEAKER,
    /** Topics of cues before it in the utterance, the nearest first. */
    CUE_1,
    CUE_2,
    CUE_3,
    CUE_DISTANCE,
    CUE_LENGTH,
    /** Whether another number stands between. */
    CUE_TAKEN,
    CUE_AFTER_1,
    CUE_AFTER_2,
    CUE_AFTER_DISTANCE,
    /** Topics of cues in what the other one said last. */
    ASKED_CUE,
    ASKED_CUE_LENGTH,
    ASKED_CUE_LAST,
    ASKED_CUE_LAST_LENGTH,
    ASKED_CUE_AND_CUE,
    ASKED_CUE_TAKEN,
    /** Topics of the last utterances, and of the whole call. */
    CUE_LATELY,
    CUE_IN_CALL,
    /** The last cue of the other one that is not weak, the last of the same one in an utterance before, and numbers since. */
    PENDING,
    PENDING_LENGTH,
    OWN,
    OWN_LENGTH,
    /** Topics of cues in the next utterance, and its first words. */
    REPLY_CUE,
    REPLY,
    /** The number before it and the one behind it: their types, who said them, how far they are, what stands between. */
    PREVIOUS,
    PREVIOUS_LENGTH,
    PREVIOUS_WORD,
    PREVIOUS_TYPE,
    SECOND_PREVIOUS,
    NEXT,
    NEXT_LENGTH,
    NEXT_WORD,
    NEXT_TYPE,
    /** Numbers not far away that have digits in common with it. */
    ECHO,
    ECHO_LENGTH,
    ECHO_TYPE;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** Within this process only; nothing keeps it. */
    @SuppressWarnings("EnumOrdinal")
    private final long seed = (ordinal() + 1) * GOLDEN_RATIO;

    /** A number for this kind and what it says; two of them hardly ever have the same. */
    long key(String one, String other) {
        long key = (seed + one.hashCode()) * GOLDEN_RATIO;
        key = ((key ^ key >>> 29) + other.hashCode()) * GOLDEN_RATIO;
        return key ^ key >>> 31;
    }

    /** As the files of weights have it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Feature of(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT));
    }
}
