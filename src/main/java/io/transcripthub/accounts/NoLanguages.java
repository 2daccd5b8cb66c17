package io.transcripthub.accounts;

import java.time.Instant;

/** A vendor's list of languages is not known, and the vendor is away. */
public final class NoLanguages extends RuntimeException {
    private final transient Instant notBefore;

    /** @param notBefore until when the vendor asked to be left alone, or null */
    public NoLanguages(String account, Instant notBefore) {
        super("the languages of account " + account + " are not known yet, and its vendor does not answer");
        this.notBefore = notBefore;
    }

    public Instant notBefore() {
        return notBefore;
    }
}
