package io.transcripthub.sentiment;

import java.util.Locale;

/** Words that rules ask for by name. */
enum Particle {
    AT,
    BUT,
    DOUBT,
    ENOUGH,
    JUST,
    KIND,
    LEAST,
    NEVER,
    NO,
    NOR,
    OF,
    OR,
    SO,
    SORT,
    THIS,
    VERY,
    WITHOUT;

    /** In lower case. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
