package io.transcripthub.ledger;

import java.util.Set;

/** A step that was done and is to be written back. */
public sealed interface Step {
    /** Of the row that the step was about. */
    long key();

    /**
     * A step of a job.
     *
     * @param before the job's state when it was handed out
     * @param after the job as it was handed out, with its new progress
     * @param sinks where the job's end is delivered to; empty as long as it has not ended
     */
    record OfJob(JobState before, Job after, Outcome outcome, Set<String> sinks) implements Step {
        @Override
        public long key() {
            return after.seq();
        }
    }

    /** A look at an event that no job knew. */
    record OfEvent(WaitingEvent event, Outcome outcome) implements Step {
        @Override
        public long key() {
            return event.seq();
        }
    }

    /** One attempt to tell a sink of something. */
    record OfNotice(Notice notice, Outcome outcome) implements Step {
        @Override
        public long key() {
            return notice.seq();
        }
    }

    /** One attempt of a delivery. */
    record OfDelivery(Delivery delivery, Outcome outcome) implements Step {
        @Override
        public long key() {
            return delivery.seq();
        }
    }
}
