package io.transcripthub.sandbox;

/** A request body that cannot be used; the message names the field, what was expected and what was found. */
final class InvalidRequest extends Exception {
    InvalidRequest(String message) {
        super(message, null, false, false);
    }
}
