package io.transcripthub.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.engines.EngineFile.Attached;
import io.transcripthub.intake.Rejected;
import java.util.Set;
import java.util.TreeSet;

/**
 * A command about an engine's file.
 *
 * @param file its name, for messages
 * @param grammar the grammar's file, null when there is none
 * @param account null for the first CXone account
 * @param lost what an operator knows of a request whose answer was lost, or null
 */
record EngineRequest(String file, String content, Attached grammar, String account, String lost) {
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("file", "content", "grammar", "account", "lost"));

    /** Takes {@code {"file"?,"content","grammar":{"file","content"}?,"account"?,"lost"?}}, or the YAML itself. */
    static EngineRequest read(String body) {
        JsonNode request = RequestBody.object(body)
                .filter(object -> object.path("content").isTextual())
                .orElse(null);
        if (request == null) {
            return new EngineRequest("engine.yaml", body == null ? "" : body, null, null, null);
        }
        RequestBody.refuseOthers(request, FIELDS, String.join(", ", FIELDS));
        String file = text(request, "file");
        return new EngineRequest(
                file == null ? "engine.yaml" : file,
                text(request, "content"),
                grammar(request.path("grammar")),
                text(request, "account"),
                text(request, "lost"));
    }

    private static Attached grammar(JsonNode grammar) {
        return grammar.isObject() && grammar.path("file").isTextual()
                ? new Attached(grammar.path("file").asText(), text(grammar, "content"))
                : null;
    }

    private static String text(JsonNode object, String name) {
        if (object.hasNonNull(name) && !object.get(name).isTextual()) {
            throw new Rejected(name, name + ": expected text, found something else");
        }
        return object.hasNonNull(name) ? object.get(name).asText() : null;
    }
}
