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
    private final List<String> changed;

    /** @param changed keys whose value is not the default */
    Settings(Map<String, String> values, Map<String, Key> catalogue, List<String> changed) {
        this.values = new TreeMap<>(values);
        this.catalogue = catalogue;
        this.changed = changed;
    }

    /**
     * @param file need not exist
     * @throws InvalidSetting when a key is unknown or a value does not fit, naming key and place
     */
    public static Settings load(Path file, Map<String, String> environment, Map<String, String> overrides) {
        return new SettingsLoader(new SettingSources(file, environment, overrides)).load();
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
        return List.of(get(key).split("\\s*,\\s*", -1));
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
            Key key = catalogue.getOrDefault(name, new Key(name, Kind.TEXT, ""));
            shown.put(name, key.shown(value));
        });
        return shown;
    }

    /** Whether this version does anything with a key; false for keys of features that are still to come. */
    public boolean hasEffect(String key) {
        return catalogue.containsKey(key) ? catalogue.get(key).effective() : !key.startsWith(Keys.OUTCOMES);
    }

    /** The keys that somebody set to something else than their default, although this version does nothing with them. */
    public List<String> setWithoutEffect() {
        return changed.stream().filter(key -> !hasEffect(key)).toList();
    }
}
