package io.transcripthub.transcripts;

/** A finished transcript that cannot be read, now or later; the message names the place, and quotes nothing. */
public final class UnusableTranscript extends RuntimeException {
    UnusableTranscript(String message) {
        super(message);
    }
}
