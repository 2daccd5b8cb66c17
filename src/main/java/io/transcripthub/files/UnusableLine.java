package io.transcripthub.files;

import java.io.IOException;

/** A line that cannot be read; the ones after it can. The message says what was expected and found, and quotes nothing. */
public final class UnusableLine extends IOException {
    UnusableLine(String message) {
        super(message);
    }
}
