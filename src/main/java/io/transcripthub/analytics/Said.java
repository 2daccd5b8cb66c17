package io.transcripthub.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was said in one go, as it is kept: redacted.
 *
 * @param start seconds from the first utterance, null where the vendor gave no times
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Said(String speaker, String text, Double start) {}
