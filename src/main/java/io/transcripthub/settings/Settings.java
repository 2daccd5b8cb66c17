package io.transcripthub.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Effective configuration: defaults, overridden by the file, by environment variables ({@code CXONE_CLIENT_SECRET} for
 * {@code cxone.client-secret}; {@code CXONE_CLIENT_SECRET_FILE} names a file that holds it), by {@code --set}.
 */
public final class Settings {
    /** Anything shorter would be found in words that have nothing to do with it. */
    private static final int SHORTEST_SECRET = 4;

    private final Map<String, String> values;
    private final Map<String, Key> catalogue;
    private final Map<String, String> places;

    /** @param places where each value comes from */
    Settings(Map<String, String> values, Map<String, Key> catalogue, Map<String, String> places) {
        this.values = new TreeMap<>(values);
        this.catalogue = catalogue;
        this.places = places;
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
        values.forEach((name, value) -> shown.put(name, key(name).shown(value)));
        return shown;
    }

    /** Where a key's value comes from: {@code default}, {@code application.properties:12}, a variable, {@code --set}. */
    public String place(String key) {
        return places.getOrDefault(key, "default");
    }

    /** The words without any secret of this configuration that may have got into them. */
    public String withoutSecrets(String words) {
        return values.keySet().stream()
                .filter(name -> key(name).secret() && has(name))
                .flatMap(name -> Stream.concat(Stream.of(get(name)), list(name).stream()))
                .filter(secret -> secret.strip().length() >= SHORTEST_SECRET)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(words, (clean, secret) -> clean.replace(secret, Key.MASK));
    }

    private Key key(String name) {
        return catalogue.getOrDefault(name, new Key(name, Kind.TEXT, ""));
    }
}
