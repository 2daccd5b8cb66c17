package io.transcripthub.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All that a file says, key by key, to be compared with what was applied. Secrets are known by their digest only. */
final class EngineSettings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};
    private static final Pattern SECRET =
            Pattern.compile("(?s)webhooks\\[.*\\]\\.headers\\..*|grammar\\.content\\.grxml");
    private static final String MASK = "********";
    private static final int LONGEST = 200;

    private final SortedMap<String, String> values;

    private EngineSettings(SortedMap<String, String> values) {
        this.values = values;
    }

    static EngineSettings of(Engine engine) {
        EngineSettings settings = new EngineSettings(new TreeMap<>());
        settings.flatten("", EngineBodies.members(engine));
        return settings;
    }

    /** @param json as {@link #json} wrote it, null for nothing */
    static EngineSettings applied(String json) {
        try {
            return new EngineSettings(json == null ? new TreeMap<>() : JSON.readValue(json, VALUES));
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("engine.settings is not JSON", damaged);
        }
    }

    String json() {
        return EngineBodies.json(values);
    }

    private void flatten(String path, Object value) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> flatten(path.isEmpty() ? name.toString() : path + "." + name, member));
        } else if (value instanceof List<?> items && items.stream().allMatch(Map.class::isInstance)) {
            for (Object item : items) {
                Map<?, ?> members = (Map<?, ?>) item;
                flatten(path + "[" + (members.get("id") == null ? members.get("name") : members.get("id")) + "]", item);
            }
        } else {
            boolean secret = SECRET.matcher(path).matches();
            values.put(path, secret ? MASK + EngineBodies.digest(path + value) : EngineBodies.json(value));
        }
    }

    /** Lines that begin with {@code +}, {@code -} or {@code ~}; none when nothing has changed. */
    List<String> since(EngineSettings before) {
        SortedSet<String> keys = new TreeSet<>(values.keySet());
        keys.addAll(before.values.keySet());
        List<String> lines = new ArrayList<>();
        for (String key : keys) {
            String now = values.get(key);
            String then = before.values.get(key);
            if (then == null) {
                lines.add("+ " + key + ": " + shown(now));
            } else if (now == null) {
                lines.add("- " + key + ": " + shown(then));
            } else if (!now.equals(then)) {
                lines.add("~ " + key + ": " + shown(then) + " -> " + shown(now));
            }
        }
        return lines;
    }

    private static String shown(String value) {
        if (value.startsWith(MASK)) {
            return MASK;
        }
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
