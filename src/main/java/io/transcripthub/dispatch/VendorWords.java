package io.transcripthub.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.transcripts.WellFormed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.http.base.HttpOperationFailedException;

/** What the other side said when it refused a request, redacted and cut to a size fit for a reason. */
public final class VendorWords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Redactor REDACTOR = new Redactor(RedactionMode.STANDARD);
    private static final int MOST_READ = 20_000;
    private static final int LONGEST = 400;
    private static final List<String> MEMBERS =
            List.of("error", "code", "message", "errorMessage", "error_description", "detail", "details");

    private VendorWords() {}

    /** For example {@code 403 Forbidden: transcription:write is missing}. */
    public static String of(HttpOperationFailedException refused) {
        String status = refused.getStatusCode()
                + (refused.getStatusText() == null || refused.getStatusText().isBlank()
                        ? ""
                        : " " + refused.getStatusText());
        String words = redacted(said(refused.getResponseBody()));
        String reasonPhrase = refused.getStatusText() + ": ";
        words = words.startsWith(reasonPhrase) ? words.substring(reasonPhrase.length()) : words;
        return words.isEmpty() ? status : status + ": " + words;
    }

    /** A message of the vendor's, or "failed without a message". */
    public static String orWithoutMessage(Object message) {
        String words = message == null ? "" : redacted(message.toString());
        return words.isEmpty() ? "failed without a message" : words;
    }

    private static String said(String body) {
        if (body == null) {
            return "";
        }
        try {
            JsonNode answer = JSON.readTree(body);
            return answer.isObject() ? members(answer) : answer.asText(body);
        } catch (JsonProcessingException plain) {
            return body;
        }
    }

    private static String members(JsonNode answer) {
        return MEMBERS.stream()
                .map(answer::get)
                .filter(Objects::nonNull)
                .flatMap(member -> member.isObject() ? Stream.of(members(member)) : Stream.of(member.asText()))
                .filter(words -> !words.isBlank())
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private static String redacted(String words) {
        String bounded = words.length() > MOST_READ ? words.substring(0, MOST_READ) : words;
        String oneLine = WellFormed.text(bounded).replaceAll("\\s+", " ").trim();
        String redacted = REDACTOR.redact(oneLine, null);
        // cut last: half a number would not have been recognised
        return redacted.length() > LONGEST ? WellFormed.text(redacted.substring(0, LONGEST)) + "…" : redacted;
    }
}
