package io.transcripthub.cli;

/** A command's work failed or was refused, and there is nothing more to say than this. */
final class CommandFailed extends RuntimeException {
    CommandFailed(String message) {
        super(message);
    }
}
