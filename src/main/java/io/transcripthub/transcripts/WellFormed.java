package io.transcripthub.transcripts;

import java.nio.charset.StandardCharsets;

/** Text from outside, made fit for every database and every JSON reader. */
public final class WellFormed {
    private WellFormed() {}

    /** The text with half surrogate pairs as {@code ?} and U+0000 as a space; null for null. */
    public static String text(String text) {
        return text == null
                ? null
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
    }
}
