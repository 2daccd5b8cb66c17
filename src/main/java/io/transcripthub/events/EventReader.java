package io.transcripthub.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.transcripthub.ledger.VendorEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Reads an event as a vendor sends it: {@code {"id"?,"type","transcriptionId"?,..}}. Nothing else of it is kept. */
public final class EventReader {
    /** Genesys Cloud's only event that concerns us. */
    private static final String COMPLETED = "quality.transcription.completed";

    /**
     * Text that is taken.
     *
     * @param longest in UTF-16 units, as the ledger's columns count
     * @param expected in words
     */
    private record Shape(Pattern pattern, int longest, String expected) {
        boolean fits(String text) {
            return text.length() <= longest && pattern.matcher(text).matches();
        }
    }

    private static final Shape TYPE = new Shape(Pattern.compile("[\\p{L}\\p{N} ._:/-]+"), 100, "the type of an event");
    private static final Shape EVENT_ID =
            new Shape(Pattern.compile("[^\\p{Cntrl}\\p{Cs}]+"), 200, "1 to 200 characters");

    /** Stands in the path of a URL as it is; dots alone would be another place. */
    private static final Shape TRANSCRIPTION_ID = new Shape(
            Pattern.compile("(?!\\.+$)[A-Za-z0-9._~:-]+"), 200, "1 to 200 letters, digits, '.', '_', '~', ':' or '-'");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EventReader() {}

    /**
     * @param type of the account, {@code cxone} or {@code genesys}
     * @throws UnexpectedEvent when it is not an event, or for {@code genesys} one of another type
     */
    public static VendorEvent read(String account, String type, byte[] body) {
        JsonNode event = parse(body);
        String what = text(event, "type", TYPE);
        if (what == null) {
            throw UnexpectedEvent.expected("type", "the type of an event", "nothing");
        }
        boolean genesys = type.equals("genesys");
        if (genesys && !what.equals(COMPLETED)) {
            throw UnexpectedEvent.expected("type", COMPLETED, "'" + what + "'");
        }
        String transcriptionId = text(event, "transcriptionId", TRANSCRIPTION_ID);
        if (genesys && transcriptionId == null) {
            throw UnexpectedEvent.expected("transcriptionId", "the id of a transcription", "nothing");
        }
        String id = text(event, "id", EVENT_ID);
        return new VendorEvent(account, key(id, what, transcriptionId, body), id, what, transcriptionId);
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode event = JSON.readTree(body);
            if (event != null && event.isObject()) {
                return event;
            }
        } catch (IOException malformed) {
            // said below, without the text that the parser would quote
        }
        throw new UnexpectedEvent(null, "expected a JSON object, found something else");
    }

    private static String text(JsonNode event, String name, Shape shape) {
        JsonNode value = event.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        boolean scalar = value.isTextual() || value.isIntegralNumber();
        if (!scalar || !shape.fits(value.asText())) {
            throw UnexpectedEvent.expected(name, shape.expected(), scalar ? "other text" : "something else");
        }
        return value.asText();
    }

    /** What makes it the same event: its id; else what it tells of; else all of it. */
    private static String key(String id, String type, String transcriptionId, byte[] body) {
        if (id != null) {
            return hash(("id\n" + id).getBytes(StandardCharsets.UTF_8));
        }
        if (transcriptionId != null) {
            return hash(("transcription\n" + type + "\n" + transcriptionId).getBytes(StandardCharsets.UTF_8));
        }
        return hash(body);
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(EventSignature.sha256(bytes));
    }
}
