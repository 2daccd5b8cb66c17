package io.transcripthub.outcomes;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** From a disposition, the vendor's or agent's word for how an interaction ended, to its outcome. Case does not matter. */
public final class OutcomeMapping {
    /** Outcome of dispositions that the mapping does not have. */
    public static final String OTHER = "Other";

    private static final String UNKNOWN = "unknown";
    private static final Map<String, String> DEFAULT = Map.of(
            "resolved",
            "Success",
            "escalated",
            "Escalation",
            "callback",
            "Callback",
            "abandoned",
            "Abandoned",
            UNKNOWN,
            "Unknown");

    private final Map<String, String> outcomes = new HashMap<>(DEFAULT);

    /** @param configured outcomes by disposition, which add to the default ones or take their place */
    public OutcomeMapping(Map<String, String> configured) {
        configured.forEach((disposition, outcome) -> outcomes.put(key(disposition), outcome));
    }

    /** @param disposition null or blank is the disposition {@code unknown} */
    public String outcome(String disposition) {
        return outcomes.getOrDefault(disposition == null || disposition.isBlank() ? UNKNOWN : key(disposition), OTHER);
    }

    private static String key(String disposition) {
        return disposition.strip().toLowerCase(Locale.ROOT);
    }
}
