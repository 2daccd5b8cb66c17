package io.transcripthub.redaction;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Redacts calls written as a line of JSON each: {@code {"id":..,"language":..,"utterances":[{"text":..},..]}}. The text of
 * each utterance is replaced and {@code entities} appended; all other members stay as they are.
 */
public final class RedactLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectReader READER = JSON.readerFor(JsonNode.class);
    private static final ObjectWriter WRITER = JSON.writer();
    private static final ObjectWriter ASCII_WRITER = WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private final Redactor redactor;

    public RedactLines(Redactor redactor) {
        this.redactor = redactor;
    }

    /** A line that is not a call; the message says what was expected and found, and quotes nothing of the line. */
    public static final class InvalidLine extends Exception {
        InvalidLine(String expected, String found) {
            super("expected " + expected + ", found " + found);
        }
    }

    /**
     * @param line one call
     * @return the redacted call as one line of JSON, without a line end
     */
    public String redact(String line) throws InvalidLine {
        ObjectNode call = read(line);
        JsonNode utterances = call.get("utterances");
        Redaction redaction = redactor.redact(spoken(utterances), language(call));
        for (int i = 0; i < utterances.size(); i++) {
            ((ObjectNode) utterances.get(i)).put("text", redaction.texts().get(i));
        }
        call.remove("entities");
        call.set("entities", entities(redaction.entities()));
        return write(call);
    }

    private static ObjectNode read(String line) throws InvalidLine {
        try {
            JsonNode call = READER.readTree(line);
            if (call instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidLine("a JSON object", name(call));
        } catch (JsonProcessingException fault) {
            throw new InvalidLine("a JSON object", "a fault of syntax" + place(fault.getLocation()));
        }
    }

    private static List<Spoken> spoken(JsonNode utterances) throws InvalidLine {
        if (!(utterances instanceof ArrayNode)) {
            throw new InvalidLine("utterances to be an array", name(utterances));
        }
        List<Spoken> spoken = new ArrayList<>();
        for (JsonNode utterance : utterances) {
            String member = "utterances[" + spoken.size() + "]";
            if (!utterance.isObject()) {
                throw new InvalidLine(member + " to be an object", name(utterance));
            }
            spoken.add(new Spoken(speaker(utterance), string(utterance.get("text"), member + ".text")));
        }
        return spoken;
    }

    private static String speaker(JsonNode utterance) {
        return utterance.hasNonNull("speaker") ? utterance.get("speaker").asText() : null;
    }

    private static String language(ObjectNode call) throws InvalidLine {
        return call.hasNonNull("language") ? string(call.get("language"), "language") : null;
    }

    private static String string(JsonNode value, String member) throws InvalidLine {
        if (value == null || !value.isTextual()) {
            throw new InvalidLine(member + " to be a string", name(value));
        }
        return value.textValue();
    }

    private static ArrayNode entities(List<Entity> entities) {
        ArrayNode array = JSON.createArrayNode();
        for (Entity entity : entities) {
            array.addObject()
                    .put("type", entity.type().name())
                    .put("utterance", entity.utterance())
                    .put("start", entity.start())
                    .put("end", entity.end());
        }
        return array;
    }

    /** Half a surrogate pair cannot be written as UTF-8, but as an escape. */
    private static String write(ObjectNode call) {
        try {
            String line = WRITER.writeValueAsString(call);
            return StandardCharsets.UTF_8.newEncoder().canEncode(line) ? line : ASCII_WRITER.writeValueAsString(call);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree could not be written");
        }
    }

    private static String name(JsonNode value) {
        return value == null || value.isMissingNode()
                ? "nothing"
                : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " at column " + location.getColumnNr();
    }
}
