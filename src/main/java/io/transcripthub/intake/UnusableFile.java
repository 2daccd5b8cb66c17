package io.transcripthub.intake;

import java.io.IOException;

/** A file that holds no requests as a whole; the message says what was expected and found. */
public final class UnusableFile extends IOException {
    public UnusableFile(String message) {
        super(message);
    }
}
