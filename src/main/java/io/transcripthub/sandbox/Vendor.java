package io.transcripthub.sandbox;

/** Whom the sandbox plays where it calls a hub. */
public enum Vendor {
    CXONE("recordings.transcription.completed"),
    GENESYS("quality.transcription.completed");

    private final String eventType;

    Vendor(String eventType) {
        this.eventType = eventType;
    }

    /** The type of the event that a transcription has ended. */
    public String eventType() {
        return eventType;
    }
}
