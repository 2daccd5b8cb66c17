package io.transcripthub.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.intake.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/** The body of a request that is one JSON object. What the parser would quote of it is never said. */
final class RequestBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RequestBody() {}

    /** @throws Rejected when it is something else, or has another field; {@code expected} names those that there are */
    static JsonNode object(String body, Set<String> fields, String expected) {
        JsonNode object =
                object(body).orElseThrow(() -> new Rejected(null, "expected a JSON object, found something else"));
        refuseOthers(object, fields, expected);
        return object;
    }

    /** @throws Rejected when it is no text in UTF-8 */
    static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body == null ? new byte[0] : body))
                    .toString();
        } catch (CharacterCodingException otherBytes) {
            throw new Rejected(null, "expected UTF-8, found other bytes");
        }
    }

    /** Nothing when it is something else. */
    static Optional<JsonNode> object(String body) {
        try {
            return Optional.of(JSON.readTree(body == null ? "" : body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    /** @throws Rejected when the object has a field that is not among these */
    static void refuseOthers(JsonNode object, Set<String> fields, String expected) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw new Rejected(name, "unknown field '" + name + "', expected " + expected);
            }
        }
    }
}
