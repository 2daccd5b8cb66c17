package io.transcripthub.transcripts;

/**
 * What one speaker said in one go. Every member but the text may be null when the vendor gave none.
 *
 * @param start seconds from the call's start
 * @param end seconds from the call's start
 * @param startEpoch seconds since 1970, where the vendor gives absolute times
 * @param endEpoch seconds since 1970, where the vendor gives absolute times
 * @param confidence the recognizer's, 0 to 1
 */
public record Utterance(
        String speaker, String text, Double start, Double end, Double startEpoch, Double endEpoch, Double confidence) {
    Utterance redacted(String label, String other) {
        return new Utterance(label, other, start, end, startEpoch, endEpoch, confidence);
    }
}
