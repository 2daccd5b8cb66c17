package io.transcripthub.sandbox;

import java.util.Locale;

/** What a request asks for. */
enum Operation {
    TOKEN,
    MODELS,
    LIST,
    SUBMIT,
    POLL,
    SUBMIT_MEDIA,
    POLL_MEDIA,
    SPEECH,
    CHAT,
    CONVERSATIONS,
    TRANSCRIPT,
    EVENT,
    WEBHOOK,
    OTHER;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
