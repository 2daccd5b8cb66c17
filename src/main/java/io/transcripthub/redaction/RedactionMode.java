package io.transcripthub.redaction;

/**
 * How much is taken out: {@code standard} takes what is recognised, {@code strict} also what more likely has to go than not,
 * and every other number of seven or more digits that is not plainly harmless.
 */
public enum RedactionMode {
    STANDARD,
    STRICT;

    /**
     * @param name {@code standard} or {@code strict}
     * @throws IllegalArgumentException for anything else, in words that can follow the name of a key
     */
    public static RedactionMode of(String name) {
        if ("standard".equals(name)) {
            return STANDARD;
        }
        if ("strict".equals(name)) {
            return STRICT;
        }
        throw new IllegalArgumentException("expected standard or strict, found '" + name + "'");
    }
}
