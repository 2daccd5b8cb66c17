package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.intake.RequestLine;
import java.util.List;

/** Jobs and notices as the HTTP API shows them, whether a hub runs or not. */
interface JobsAccess extends AutoCloseable {
    /**
     * One page, newest first.
     *
     * @param after the cursor of the page before, or null
     */
    JsonNode list(String state, String account, String after);

    /** @throws CommandFailed when there is no such job */
    JsonNode job(String jobId);

    /** @throws CommandFailed when there is nothing to retry */
    JsonNode retry(String jobId);

    /** One page of notices, as {@link #list}. */
    JsonNode notices(String state, String after);

    /** @throws CommandFailed when there is no such notice */
    JsonNode notice(String eventId);

    /** @throws CommandFailed when there is nothing to retry */
    JsonNode retryNotice(String eventId);

    JsonNode summary();

    /**
     * @param request as the API takes it
     * @throws CommandFailed when it is none
     */
    JsonNode redeliver(String request);

    /** Hands in requests of a file; those that are none are among the rejected. */
    Handed submit(List<RequestLine> requests);

    @Override
    void close();
}
