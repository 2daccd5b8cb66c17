package io.transcripthub.ledger;

import java.time.Instant;
import java.util.List;

/** What a step of a job or a delivery came to. */
public sealed interface Outcome {
    /** The vendor accepted the recording under this id. */
    record Accepted(String vendorId) implements Outcome {}

    /** The vendor confirmed a chat; the id is null when its answer named none. */
    record Injected(String conversationId) implements Outcome {}

    /**
     * The vendor has a transcription that no job knew.
     *
     * @param recording what it is of, as far as the vendor told
     * @param pace of the new job
     */
    record Adopted(Recording recording, String vendorId, Pace pace) implements Outcome {}

    /** The vendor answered and is not done; {@code notBefore} is its Retry-After, or null. */
    record StillWorking(Instant notBefore) implements Outcome {}

    /** The step is to be tried again. */
    record Later(Fault fault) implements Outcome {}

    /** The transcript is here: redacted, scored, as search document. */
    record Completed(Transcribed transcribed) implements Outcome {}

    /** The vendor refused or failed it, in its words. */
    record Failed(String reason) implements Outcome {}

    /** The hub gives it up. */
    record Dead(String reason) implements Outcome {}

    /** The sink has it. */
    record Delivered() implements Outcome {}

    /** One outcome for each item of a batch, in its order. */
    record Batch(List<Outcome> outcomes) implements Outcome {}
}
