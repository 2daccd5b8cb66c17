package io.transcripthub.accounts;

/** A vendor's list of languages is not known, and the vendor is away. */
public final class NoLanguages extends RuntimeException {
    NoLanguages(String account) {
        super("the languages of account " + account + " are not known yet, and its vendor does not answer");
    }
}
