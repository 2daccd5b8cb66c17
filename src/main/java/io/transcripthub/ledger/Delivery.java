package io.transcripthub.ledger;

/**
 * A row of the ledger: what one sink still has to get, or has got, of one job.
 *
 * @param seq row number
 * @param run the job's run it belongs to
 * @param sink name of the sink
 * @param attempts tries so far
 * @param again whether the transcript was delivered before, and is sent once more
 * @param version grows with each write; a write that expects another version is dropped
 * @param job the job as it stood when the row was handed out
 * @param failure what to tell of a run that did not complete, as JSON; null for one that did
 * @param document the search document as JSON, null for a run that did not complete
 */
public record Delivery(
        long seq,
        int run,
        String sink,
        int attempts,
        boolean again,
        long version,
        Job job,
        String failure,
        String document) {

    /** The same over all attempts, and different for each outcome of a job. */
    public String eventId() {
        return job.jobId() + "-" + run;
    }

    /** See {@link Job#hashCode()}. */
    @Override
    public int hashCode() {
        return Long.hashCode(seq);
    }
}
