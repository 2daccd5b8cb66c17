package io.transcripthub.redaction;

/**
 * Decimal digits with nothing between them.
 *
 * @param start first UTF-16 offset into the utterance
 * @param end the offset behind the last
 * @param from index of the first digit among those of its run
 * @param to the index behind the last
 */
record DigitGroup(int utterance, int start, int end, int from, int to) {
    int size() {
        return to - from;
    }
}
