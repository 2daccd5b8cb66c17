package io.transcripthub.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A stretch of speech in a transcript as the vendor gives it. Every member but the text may be missing (null).
 *
 * @param start seconds from the call's start
 * @param end seconds from the call's start
 * @param confidence 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Segment(String speaker, String text, Double start, Double end, Double confidence) {
    Segment withoutSpeaker() {
        return new Segment(null, text, start, end, confidence);
    }
}
