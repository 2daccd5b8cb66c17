package io.transcripthub.redaction.corpus;

/**
 * A marked place of a call.
 *
 * @param label type of a value, such as {@code CREDIT_CARD}; of anything else a word for the reader
 * @param number what spans of one value share within a call; 0 if there is only this one
 * @param falseStart whether the speaker took it back
 * @param utterance index of the utterance, from 0
 * @param start first UTF-16 offset into the utterance's text without marks
 * @param end the offset behind the last
 */
public record Mark(Verdict verdict, String label, int number, boolean falseStart, int utterance, int start, int end) {
    /** What has to happen to the marked text. */
    public enum Verdict {
        /** Has to go. */
        VALUE,
        /** Has to stay. */
        NEGATIVE,
        /** May go or stay. */
        OPEN
    }

    boolean belongsWith(Mark other) {
        return number != 0 && number == other.number && verdict == other.verdict && label.equals(other.label);
    }
}
