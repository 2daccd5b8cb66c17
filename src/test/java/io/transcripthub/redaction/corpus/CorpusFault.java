package io.transcripthub.redaction.corpus;

/** A fault in a corpus file; the message begins with file and line. */
public final class CorpusFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    CorpusFault(String place, String expectedAndFound) {
        super(place + ": " + expectedAndFound);
    }
}
