package io.transcripthub.transcripts;

/** An answer of a vendor that does not have the shape it should; the message says what was expected, and quotes nothing. */
public final class UnusableAnswer extends RuntimeException {
    public UnusableAnswer(String message) {
        super(message);
    }
}
