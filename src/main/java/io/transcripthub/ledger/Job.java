package io.transcripthub.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A row of the ledger: one recording on its way.
 *
 * @param seq row number, in the order of intake
 * @param version grows with each write; a write that expects another version is dropped
 * @param leased whether a node holds it just now
 */
public record Job(
        long seq,
        Recording recording,
        Progress progress,
        Instant createdAt,
        Instant updatedAt,
        boolean leased,
        long version) {
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:@!$&'()*+,;=";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    public String jobId() {
        return recording.jobId();
    }

    public String account() {
        return recording.account();
    }

    public String kind() {
        return recording.kind();
    }

    public String externalId() {
        return recording.externalId();
    }

    public String language() {
        return recording.language();
    }

    /** A flag of the request by its JSON name; null when there is none of that name. */
    public Object option(String name) {
        return recording.options().get(name);
    }

    /** As {@link #option}, written as JSON. */
    public String optionJson(String name) {
        return JobRows.json(option(name));
    }

    public String vendorId() {
        return progress.vendorId();
    }

    /** The vendor's id as one segment of a URL's path (RFC 3986, section 3.3). */
    public String vendorIdInPath() {
        StringBuilder segment = new StringBuilder();
        for (byte octet : vendorId().getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                segment.append((char) octet);
            } else {
                segment.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return segment.toString();
    }

    /** Seconds from its handing in until the vendor had accepted it; null until then. */
    public Double latencySeconds() {
        Instant accepted = progress.acceptedAt();
        return accepted == null
                ? null
                : Duration.between(progress.queuedAt(), accepted).toMillis() / 1_000.0;
    }

    public JobState state() {
        return progress.state();
    }

    /** Why it is not on the happy path; of a chat also that its vendor may have it although no answer said so. */
    public String reason() {
        if (!isChat() || progress.lostAt() == null) {
            return progress.reason();
        }
        String may = state() == JobState.COMPLETED || state() == JobState.DELIVERED ? "twice" : "already";
        String lost = "an answer was lost at " + progress.lostAt() + ", so the vendor may have the chat " + may;
        return progress.reason() == null ? lost : progress.reason() + "; " + lost;
    }

    public boolean isChat() {
        return kind().equals("chat");
    }

    /** Where the job stands once a step has come to this; an outcome that no job can have is a fault. */
    public Job after(Outcome outcome, Instant now, Pace pace) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return with(progress.accepted(accepted.vendorId(), now, pace));
        }
        if (outcome instanceof Outcome.Injected injected) {
            return with(progress.injected(injected.conversationId(), now));
        }
        if (outcome instanceof Outcome.StillWorking working) {
            return with(progress.stillWorking(now, pace, working.notBefore()));
        }
        if (outcome instanceof Outcome.Later later) {
            return with(progress.faulted(later.fault(), now, pace));
        }
        if (outcome instanceof Outcome.Completed) {
            return with(progress.completed());
        }
        if (outcome instanceof Outcome.Failed failed) {
            return with(progress.failed(failed.reason()));
        }
        if (outcome instanceof Outcome.Dead dead) {
            return with(progress.dead(dead.reason()));
        }
        Fault fault = new Fault(Fault.Kind.UNANSWERED, "a job cannot end up as " + outcome, null);
        return with(progress.faulted(fault, now, pace));
    }

    /** A job that no sink wants is done when it is completed. */
    public Job deliveredNowhere() {
        return with(progress.delivering(true, null));
    }

    /** Routes evaluate expressions on jobs, for which Camel hashes them often; the row number is enough. */
    @Override
    public int hashCode() {
        return Long.hashCode(seq);
    }

    Job with(Progress next) {
        return new Job(seq, recording, next, createdAt, updatedAt, leased, version);
    }
}
