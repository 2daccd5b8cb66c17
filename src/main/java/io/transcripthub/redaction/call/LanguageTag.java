package io.transcripthub.redaction.call;

import java.util.Locale;

/**
 * A language as vendors write it: "en-US", "en_gb", "pt-BR".
 *
 * @param tag may be null
 */
public record LanguageTag(String tag) {
    private static final String DEFAULT_REGION = "US";

    /** Whether English is spoken, as is taken for granted where no language is given. */
    boolean isEnglish() {
        return tag == null || tag.isEmpty() || tag.regionMatches(true, 0, "en", 0, 2);
    }

    /** ISO 3166 code of the country that the tag names, {@code US} if it names none. */
    public String region() {
        if (tag != null) {
            for (int i = tag.length() - 2; i > 0; i--) {
                boolean subtag = isSeparator(i - 1) && isSeparator(i + 2);
                if (subtag && Character.isLetter(tag.charAt(i)) && Character.isLetter(tag.charAt(i + 1))) {
                    return tag.substring(i, i + 2).toUpperCase(Locale.ROOT);
                }
            }
        }
        return DEFAULT_REGION;
    }

    private boolean isSeparator(int i) {
        return i >= tag.length() || tag.charAt(i) == '-' || tag.charAt(i) == '_';
    }
}
