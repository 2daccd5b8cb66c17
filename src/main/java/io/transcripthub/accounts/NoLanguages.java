package io.transcripthub.accounts;

import java.time.Instant;

/** A vendor's list of languages is not known, and the vendor is away. */
public final class NoLanguages extends RuntimeException {
    private final transient Instant notBefore;
    private final String why;

    /** @param notBefore until when the vendor asked to be left alone, or null */
    public NoLanguages(String account, Instant notBefore) {
        this(account, notBefore, "");
    }

    /** @param why the vendor does not answer, empty when that is not known */
    public NoLanguages(String account, Instant notBefore, String why) {
        super("the languages of account " + account + " are not known yet, and its vendor does not answer"
                + (why.isEmpty() ? "" : ": " + why));
        this.notBefore = notBefore;
        this.why = why;
    }

    public String why() {
        return why;
    }

    public Instant notBefore() {
        return notBefore;
    }
}
