package io.transcripthub.sandbox;

import java.util.Locale;

/** What a request asks for. */
enum Operation {
    TOKEN,
    MODELS,
    SUBMIT,
    POLL,
    WEBHOOK,
    OTHER;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
