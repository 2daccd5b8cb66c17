package io.transcripthub.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What somebody has set, and where: {@code --set} wins over the environment, and that over the file. */
final class SettingSources {
    private final Path file;
    private final List<String> lines;
    private final Properties properties;
    private final Map<String, String> environment;
    private final Map<String, String> overrides;

    /** @param file need not exist */
    SettingSources(Path file, Map<String, String> environment, Map<String, String> overrides) {
        this.file = file;
        this.environment = environment;
        this.overrides = overrides;
        String text = Files.exists(file) ? read("--config", file) : "";
        this.lines = text.lines().toList();
        this.properties = parse(text);
    }

    /** Names that the file or {@code --set} has; the environment's are not ours to judge. */
    Stream<String> names() {
        return Stream.concat(
                        overrides.keySet().stream(),
                        properties.stringPropertyNames().stream().sorted())
                .distinct();
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(overrides.get(name))
                .or(() -> Optional.ofNullable(environment.get(variable(name))))
                .or(() -> Optional.ofNullable(environment.get(variable(name) + "_FILE"))
                        .map(path -> read(variable(name) + "_FILE", Path.of(path))))
                .or(() -> Optional.ofNullable(properties.getProperty(name)));
    }

    /** Where the key's value comes from, to begin a message with: {@code application.properties:12}. */
    String place(String name) {
        if (overrides.containsKey(name)) {
            return "--set";
        }
        return Stream.of(variable(name), variable(name) + "_FILE")
                .filter(environment::containsKey)
                .findFirst()
                .map(variable -> "environment variable " + variable)
                .orElseGet(() -> properties.containsKey(name) ? file + ":" + line(name) : "default");
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** The last line that sets the key, as that one counts; lines count from 1. */
    private int line(String name) {
        int line = lines.size();
        while (line > 1 && !parse(lines.get(line - 1)).containsKey(name)) {
            line--;
        }
        return line;
    }

    private static String read(String place, Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException unreadable) {
            throw new InvalidSetting(place + ": expected a readable file in UTF-8, found " + file);
        }
    }

    private Properties parse(String text) {
        Properties parsed = new Properties();
        try {
            parsed.load(new StringReader(text));
            return parsed;
        } catch (IllegalArgumentException malformed) {
            throw new InvalidSetting(file + ": expected \\u to be followed by four hexadecimal digits");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
