package io.transcripthub.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A stretch of speech as Genesys Cloud gives it. Speaker and confidence may be missing (null).
 *
 * @param start ISO 8601
 * @param end ISO 8601
 * @param confidence 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Utterance(String speaker, String text, String start, String end, Double confidence) {
    Utterance withoutSpeaker() {
        return new Utterance(null, text, start, end, confidence);
    }

    Utterance withEnd(String otherEnd) {
        return new Utterance(speaker, text, start, otherEnd, confidence);
    }
}
