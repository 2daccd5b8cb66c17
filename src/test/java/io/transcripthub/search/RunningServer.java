package io.transcripthub.search;

import java.net.URI;

/** A search server that a test started; its documents stay in its folder. */
public interface RunningServer extends AutoCloseable {
    URI address();

    /** Ends it without a chance to put anything in order; one that shares the process of the tests is closed. */
    void kill();

    @Override
    void close();
}
