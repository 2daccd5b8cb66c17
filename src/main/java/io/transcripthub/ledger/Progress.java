package io.transcripthub.ledger;

import java.time.Instant;

/**
 * How far a job has come. All transitions are here; each returns what is to be written.
 *
 * @param reason why it is not on the happy path, in words; null on it
 * @param vendorId the vendor's id of the transcription, null until accepted
 * @param run 0, and 1 more with each retry; events and deliveries of different runs are different
 * @param attempts requests to the vendor so far
 * @param polls polls that were answered in this run
 * @param faults requests in a row that were not answered as they should
 * @param unanswered those of them that brought no usable answer at all
 * @param queuedAt start of this run
 * @param acceptedAt when the vendor accepted it in this run
 * @param deadlineAt when a poll that finds it unfinished ends it
 * @param dueAt when the next step is due, null when there is none
 * @param notBefore before this time the vendor asked not to be asked; null when it did not
 * @param lostAt when the answer to a submission was first lost, so that the vendor may have it; null when none was
 */
public record Progress(
        JobState state,
        String reason,
        String vendorId,
        int run,
        int attempts,
        int polls,
        int faults,
        int unanswered,
        Instant queuedAt,
        Instant acceptedAt,
        Instant deadlineAt,
        Instant dueAt,
        Instant notBefore,
        Instant lostAt) {
    public Progress {
        reason = Rows.reason(reason);
    }

    static Progress queued(Instant now) {
        return new Progress(JobState.QUEUED, null, null, 0, 0, 0, 0, 0, now, null, null, now, null, null);
    }

    Progress accepted(String id, Instant now, Pace pace) {
        Instant due = now.plus(pace.interval(0));
        Instant deadline = now.plus(pace.deadline());
        return new Progress(
                JobState.SUBMITTED, null, id, run, attempts + 1, 0, 0, 0, queuedAt, now, deadline, due, null, lostAt);
    }

    /** The vendor has it, and nothing is left to be done there. */
    Progress injected(String id, Instant now) {
        return new Progress(
                JobState.COMPLETED, null, id, run, attempts + 1, 0, 0, 0, queuedAt, now, null, null, null, lostAt);
    }

    Progress stillWorking(Instant now, Pace pace, Instant askedFor) {
        if (now.isAfter(deadlineAt)) {
            return counted(1).ended(JobState.DEAD, "no result within " + pace.deadlineInWords() + " of acceptance");
        }
        Instant due = either(askedFor, now.plus(pace.interval(polls + 1)));
        return new Progress(
                state,
                null,
                vendorId,
                run,
                attempts + 1,
                polls + 1,
                0,
                0,
                queuedAt,
                acceptedAt,
                deadlineAt,
                due,
                askedFor,
                lostAt);
    }

    /** A fault that comes with a time to wait until does not count: the other side is there, and only busy. */
    Progress faulted(Fault fault, Instant now, Pace pace) {
        boolean noAnswer = fault.kind() == Fault.Kind.UNANSWERED;
        int allInARow = faults + (fault.notBefore() == null ? 1 : 0);
        int unansweredInARow = unanswered + (noAnswer ? 1 : 0);
        boolean patient = noAnswer && state == JobState.SUBMITTED && !now.isAfter(deadlineAt);
        int inARow = noAnswer ? unansweredInARow : allInARow;
        Instant lost = lostAt == null && fault.kind().mayBeDone() && state == JobState.QUEUED ? now : lostAt;
        Progress counted = counted(fault.kind().requests).lost(lost);
        if (inARow >= fault.kind().limit && !patient) {
            return counted.ended(JobState.DEAD, inARow + " attempts in a row failed: " + fault.reason());
        }
        Instant asked = fault.notBefore() == null ? null : pace.spread(now, fault.notBefore());
        Instant due = either(asked, now.plus(pace.backoff(faults)));
        return new Progress(
                state,
                fault.reason(),
                vendorId,
                run,
                counted.attempts,
                polls,
                allInARow,
                unansweredInARow,
                queuedAt,
                acceptedAt,
                deadlineAt,
                due,
                fault.notBefore(),
                lost);
    }

    Progress completed() {
        return counted(1).ended(JobState.COMPLETED, null);
    }

    Progress failed(String why) {
        return counted(1).ended(JobState.FAILED, why);
    }

    Progress dead(String why) {
        return counted(1).ended(JobState.DEAD, why);
    }

    /** A completed job moves on when its sinks have it; dead letters are its reason. Others stay as they are. */
    Progress delivering(boolean everywhere, String deadLetters) {
        return state == JobState.COMPLETED ? ended(everywhere ? JobState.DELIVERED : state, deadLetters) : this;
    }

    /** A sink gets its transcript once more. */
    Progress redelivering() {
        return ended(JobState.COMPLETED, null);
    }

    /** A job that the vendor accepted and did not fail polls on, any other is submitted anew. */
    Progress retried(Instant now, Pace pace) {
        boolean polls = state == JobState.DEAD && vendorId != null;
        return polls
                ? new Progress(
                        JobState.SUBMITTED,
                        null,
                        vendorId,
                        run + 1,
                        attempts,
                        0,
                        0,
                        0,
                        queuedAt,
                        acceptedAt,
                        now.plus(pace.deadline()),
                        now,
                        null,
                        lostAt)
                : requeued(now);
    }

    /** Submitted anew. */
    Progress requeued(Instant now) {
        return new Progress(
                JobState.QUEUED, null, null, run + 1, attempts, 0, 0, 0, now, null, null, now, null, lostAt);
    }

    private Progress counted(int requests) {
        return new Progress(
                state,
                reason,
                vendorId,
                run,
                attempts + requests,
                polls,
                faults,
                unanswered,
                queuedAt,
                acceptedAt,
                deadlineAt,
                dueAt,
                notBefore,
                lostAt);
    }

    private Progress lost(Instant at) {
        return new Progress(
                state,
                reason,
                vendorId,
                run,
                attempts,
                polls,
                faults,
                unanswered,
                queuedAt,
                acceptedAt,
                deadlineAt,
                dueAt,
                notBefore,
                at);
    }

    private Progress ended(JobState end, String why) {
        return new Progress(
                end, why, vendorId, run, attempts, polls, 0, 0, queuedAt, acceptedAt, deadlineAt, null, null, lostAt);
    }

    /** What the other side asked for wins over our own pace. */
    private static Instant either(Instant asked, Instant ours) {
        return asked == null ? ours : asked;
    }
}
