package io.transcripthub.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Effective configuration: defaults, overridden by the file, by environment variables ({@code CXONE_CLIENT_SECRET} for
 * {@code cxone.client-secret}; {@code CXONE_CLIENT_SECRET_FILE} names a file that holds it), by {@code --set}.
 */
public final class Settings {
    private final Map<String, String> values;
    private final Map<String, Key> catalogue;

    private Settings(Map<String, String> values, Map<String, Key> catalogue) {
        this.values = values;
        this.catalogue = catalogue;
    }

    /**
     * @param file need not exist
     * @throws InvalidSetting when a key is unknown or a value does not fit, naming key and place
     */
    public static Settings load(Path file, Map<String, String> environment, Map<String, String> overrides) {
        return new SettingsLoader(file, environment, overrides).load();
    }

    static Settings of(Map<String, String> values, Map<String, Key> catalogue) {
        return new Settings(new TreeMap<>(values), catalogue);
    }

    /** The key's value; an empty string when it is not set and has no default. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    public boolean has(String key) {
        return !get(key).isEmpty();
    }

    public Duration duration(String key) {
        return Quantities.duration(get(key));
    }

    public int number(String key) {
        return Integer.parseInt(get(key));
    }

    public long bytes(String key) {
        return Quantities.bytes(get(key));
    }

    public List<String> list(String key) {
        return List.of(get(key).split("\\s*,\\s*"));
    }

    public Path path(String key) {
        return Path.of(get(key));
    }

    /** Every key with its effective value, the defaults and an account's derived keys included. */
    public Map<String, String> asMap() {
        return Map.copyOf(values);
    }

    /** As {@link #asMap()}, in order and with secrets masked, fit to be shown. */
    public Map<String, String> masked() {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Key key = catalogue.get(name);
            shown.put(name, key != null && key.secret() && !value.isEmpty() ? "********" : value);
        });
        return shown;
    }
}
