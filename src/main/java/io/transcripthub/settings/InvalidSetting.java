package io.transcripthub.settings;

/** A configuration key that cannot be used; the message names the key, what was expected and what was found. */
public final class InvalidSetting extends RuntimeException {
    public InvalidSetting(String message) {
        super(message);
    }
}
