package io.transcripthub.stages;

import java.util.Set;

/** The vendor does not transcribe a job's language. */
public final class LanguageNotOffered extends RuntimeException {
    LanguageNotOffered(String language, Set<String> offered) {
        super("languageCode: expected one of " + offered + ", found '" + language + "'");
    }
}
