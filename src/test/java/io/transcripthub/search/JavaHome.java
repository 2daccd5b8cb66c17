package io.transcripthub.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** JDKs of this machine. */
final class JavaHome {
    private static final String VARIABLE = "HUB_TEST_JDK21";
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private JavaHome() {}

    /** The JDK of the tests, the one that HUB_TEST_JDK21 names, or an installed one; without any, the test is skipped. */
    static Path ofAtLeast(int version) {
        return candidates().stream()
                .filter(home -> version(home) >= version)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("expected a JDK " + version + " or later in the variable " + VARIABLE
                        + " or under " + INSTALLED + ", found none"));
    }

    private static List<Path> candidates() {
        Stream<Path> own = Stream.of(Path.of(System.getProperty("java.home")));
        Stream<Path> named = Stream.ofNullable(System.getenv(VARIABLE)).map(Path::of);
        return Stream.of(own, named, installed().stream())
                .flatMap(homes -> homes)
                .toList();
    }

    private static List<Path> installed() {
        if (!Files.isDirectory(INSTALLED)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            return homes.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its file {@code release}; 0 when there is none, or no compiler. */
    private static int version(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
            return 0;
        }
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Runtime.Version.parse(words.getProperty("JAVA_VERSION").replace("\"", ""))
                .feature();
    }
}
