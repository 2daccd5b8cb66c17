package io.transcripthub.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.transcripthub.accounts.Account;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.accounts.OfferedLanguages;
import io.transcripthub.ledger.Doorbell;
import io.transcripthub.ledger.Ledger;
import io.transcripthub.ledger.Ledger.Submitted;
import io.transcripthub.ledger.Recording;
import io.transcripthub.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one door: whatever hands in recordings comes through here. Validate, write a row, answer. */
public final class Intake {
    private static final int ROWS = 500;

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Pattern TWICE = Pattern.compile("Duplicate field ('.{1,60}')");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

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

    /** A line of a batch that was not taken; lines count from 1. */
    public record RejectedLine(int line, String error) {}

    /** What became of a batch. */
    public record Batch(int accepted, int duplicates, List<RejectedLine> rejected) {}

    /** @throws Rejected when the request is not one */
    public Submitted submit(String json) {
        Submitted submitted = ledger.submit(List.of(read(json))).get(0);
        doorbell.ring();
        return submitted;
    }

    /** Takes the good lines, even where others are bad. Empty lines are skipped. */
    public Batch submitLines(String lines) {
        List<RejectedLine> rejected = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) lines.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                recordings.add(read(line));
            } catch (Rejected bad) {
                rejected.add(new RejectedLine(number, bad.getMessage()));
            }
        }
        int accepted = write(recordings);
        return new Batch(accepted, recordings.size() - accepted, rejected);
    }

    private int write(List<Recording> recordings) {
        int accepted = 0;
        for (int i = 0; i < recordings.size(); i += ROWS) {
            accepted += ledger.submitAll(recordings.subList(i, Math.min(i + ROWS, recordings.size())));
            doorbell.ring();
        }
        return accepted;
    }

    private Recording read(String json) {
        JsonNode request = parse(json);
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
            throw Rejected.expected("account", "one of " + names, "'" + account.textValue() + "'");
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

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json);
        } catch (JsonProcessingException malformed) {
            throw new Rejected(null, words(malformed));
        }
    }

    /** Jackson's own message would quote the text; but for the name of a field that is there twice. */
    private static String words(JsonProcessingException malformed) {
        var at = malformed.getLocation();
        Matcher twice = TWICE.matcher(malformed.getOriginalMessage());
        return (twice.matches()
                        ? "expected each field once, found " + twice.group(1) + " again at "
                        : "expected JSON, found something else at ")
                + (at == null ? "its end" : "line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    /** With the vendor away and its list unknown the language is checked before submission instead. */
    private void checkLanguage(Recording recording) {
        try {
            Set<String> offered = languages
                    .deciding(recording.account(), recording.language())
                    .toCompletableFuture()
                    .get();
            if (!offered.contains(recording.language())) {
                throw Rejected.expected("languageCode", "one of " + offered, "'" + recording.language() + "'");
            }
        } catch (ExecutionException vendorAway) {
            // accepted all the same
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
