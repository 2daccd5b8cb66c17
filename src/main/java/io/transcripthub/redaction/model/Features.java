package io.transcripthub.redaction.model;

/** Takes what is said of a candidate, one feature after the other. */
@FunctionalInterface
public interface Features {
    /** Where a kind says only one thing, or nothing was found. */
    String NONE = "-";

    void add(Feature kind, String one, String other);

    default void add(Feature kind, String one) {
        add(kind, one, NONE);
    }
}
