package io.transcripthub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.accounts.Account;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.accounts.OfferedLanguages;
import io.transcripthub.ledger.Doorbell;
import io.transcripthub.ledger.Ledger;
import io.transcripthub.ledger.Ledger.Submitted;
import io.transcripthub.ledger.Recording;
import io.transcripthub.redaction.Redactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The one door: whatever hands in recordings comes through here. Validate, write a row, answer. */
public final class Intake {
    /** Rows that are written in one transaction. */
    public static final int ROWS = 500;

    private final Ledger ledger;
    private final Doorbell doorbell;
    private final Accounts accounts;
    private final OfferedLanguages languages;
    private final Redactor redactor;

    public Intake(Ledger ledger, Doorbell doorbell, Accounts accounts, OfferedLanguages languages, Redactor redactor) {
        this.ledger = ledger;
        this.doorbell = doorbell;
        this.accounts = accounts;
        this.languages = languages;
        this.redactor = redactor;
    }

    /** A line that was not taken; lines count from 1. */
    public record RejectedLine(long line, String error) {}

    /**
     * What became of a batch.
     *
     * @param jobIds of the lines that were taken, and of those that were there already
     */
    public record Batch(int accepted, int duplicates, List<RejectedLine> rejected, List<String> jobIds) {
        /** Both, with bad lines in the order of the file. */
        public Batch and(Batch other) {
            return new Batch(
                    accepted + other.accepted,
                    duplicates + other.duplicates,
                    Stream.concat(rejected.stream(), other.rejected.stream())
                            .sorted(Comparator.comparingLong(RejectedLine::line))
                            .toList(),
                    Stream.concat(jobIds.stream(), other.jobIds.stream()).toList());
        }
    }

    /** @throws Rejected when the request is not one */
    public Submitted submit(String json) {
        Submitted submitted =
                ledger.submit(List.of(read(RequestJson.parse(json)))).get(0);
        doorbell.ring();
        return submitted;
    }

    /** Takes the good lines, even where others are bad. Empty lines are skipped. */
    public Batch submitLines(String lines) {
        AtomicLong number = new AtomicLong();
        return submitRequests(() -> lines.lines()
                .map(line -> RequestJson.line(number.incrementAndGet(), line))
                .filter(Objects::nonNull)
                .iterator());
    }

    /** Takes the good ones, even where others are bad, {@link #ROWS} in a transaction. */
    public Batch submitRequests(Iterable<RequestLine> requests) {
        List<RejectedLine> rejected = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        for (RequestLine line : requests) {
            try {
                recordings.add(read(line.usable()));
            } catch (Rejected bad) {
                rejected.add(new RejectedLine(line.line(), bad.discreet()));
            }
        }
        int accepted = write(recordings);
        List<String> jobIds = recordings.stream().map(Recording::jobId).toList();
        return new Batch(accepted, recordings.size() - accepted, rejected, jobIds);
    }

    private int write(List<Recording> recordings) {
        int accepted = 0;
        for (int i = 0; i < recordings.size(); i += ROWS) {
            accepted += ledger.submitAll(recordings.subList(i, Math.min(i + ROWS, recordings.size())));
            doorbell.ring();
        }
        return accepted;
    }

    private Recording read(JsonNode request) {
        checkAccount(request.path("account"));
        if (isMedia(request)) {
            return MediaRequest.read(request);
        }
        Recording recording = RecordingRequest.read(request, redactor::redact);
        checkLanguage(recording);
        return recording;
    }

    /** What is no text, or missing, is said with the other fields. */
    private void checkAccount(JsonNode account) {
        if (account.isTextual() && accounts.named(account.textValue()).isEmpty()) {
            List<String> names = accounts.all().stream().map(Account::name).toList();
            throw Rejected.expectedNot("account", "one of " + names, account.textValue());
        }
    }

    /** The account decides which fields a request has. */
    private boolean isMedia(JsonNode request) {
        return accounts.named(request.path("account").asText())
                .filter(account -> account.type().equals("genesys"))
                .isPresent();
    }

    /**
     * What the ledger is to hold of a transcription that the vendor has and nobody asked for here.
     *
     * @param answer the vendor's about it
     */
    public Recording adopted(String account, String transcriptionId, Map<?, ?> answer) {
        return MediaRequest.adopted(account, transcriptionId, answer);
    }

    /** With the vendor away and its list unknown the language is checked before submission instead. */
    private void checkLanguage(Recording recording) {
        try {
            Set<String> offered = languages
                    .deciding(recording.account(), recording.language())
                    .toCompletableFuture()
                    .get();
            if (!offered.contains(recording.language())) {
                throw Rejected.expectedNot("languageCode", "one of " + offered, recording.language());
            }
        } catch (ExecutionException vendorAway) {
            // accepted all the same
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
