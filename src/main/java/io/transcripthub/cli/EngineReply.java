package io.transcripthub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a command about a speech engine.
 *
 * @param error why it came to nothing, null when it did not
 * @param problems whether the error is about the file, line by line
 * @param changes of plan: whether anything would change
 */
record EngineReply(List<String> lines, String error, boolean problems, boolean changes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static EngineReply of(int status, String body) {
        try {
            JsonNode json = JSON.readTree(body);
            List<String> lines = new ArrayList<>();
            json.path("lines").forEach(line -> lines.add(line.asText()));
            String error = status < 400 ? null : json.path("error").asText("the hub answered " + status);
            return new EngineReply(
                    lines,
                    error,
                    status == 400 && !lines.isEmpty(),
                    json.path("changes").asBoolean());
        } catch (JsonProcessingException notAHub) {
            throw new CommandFailed("expected a hub, found something that answers " + status + " without JSON");
        }
    }
}
