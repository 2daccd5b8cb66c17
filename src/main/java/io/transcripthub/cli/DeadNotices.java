package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Dead letters that are about no job. */
final class DeadNotices {
    private static final String ID = "evt_";

    private DeadNotices() {}

    /** Whether an id is that of a notice, and not of a job. */
    static boolean isId(String id) {
        return id.startsWith(ID);
    }

    /** All of them, newest first, as the API shows them. */
    static List<JsonNode> of(JobsAccess hub) {
        List<JsonNode> dead = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = hub.notices("DEAD", after);
            page.path("notices").forEach(dead::add);
            after = page.hasNonNull("next") ? page.get("next").asText() : null;
        } while (after != null);
        return dead;
    }
}
