package io.transcripthub.engines;

/** What was asked for an engine cannot be done as things stand. */
public final class EngineRefused extends RuntimeException {
    public EngineRefused(String words) {
        super(words);
    }
}
