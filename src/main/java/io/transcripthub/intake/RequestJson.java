package io.transcripthub.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a request as JSON: one value, each field once. */
final class RequestJson {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequestJson() {}

    /** @throws Rejected when the text is no JSON */
    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (JsonProcessingException malformed) {
            throw rejected(malformed);
        }
    }

    /** As {@link #parse} for a line among others: what is no JSON comes as unusable, a blank line as null. */
    static RequestLine line(long number, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return RequestLine.of(number, parse(text));
        } catch (Rejected malformed) {
            return RequestLine.unusable(number, malformed.discreet());
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Jackson's own message would quote the text; but for the name of a field that is there twice. */
    private static Rejected rejected(JsonProcessingException malformed) {
        JsonLocation at = malformed.getLocation();
        String place = at == null ? "its end" : place(at);
        Matcher twice = TWICE.matcher(malformed.getOriginalMessage());
        return twice.matches()
                ? Rejected.named(twice.group(1), "expected each field once, found", " again at " + place)
                : new Rejected(null, "expected JSON, found something else at " + place);
    }

    /** The line goes without saying where there is only one: it may be a line of a file, with another number. */
    private static String place(JsonLocation at) {
        return (at.getLineNr() == 1 ? "" : "line " + at.getLineNr() + ", ") + "column " + at.getColumnNr();
    }
}
