package io.transcripthub.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code hub run} as a process of its own, which can be killed. What it says goes to a file. */
final class HubProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready at http://127\\.0\\.0\\.1:(\\d+)");
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Path said;
    private final int port;

    private HubProcess(Process process, Path said) throws Exception {
        this.process = process;
        this.said = said;
        Matcher ready = Eventually.value(
                START, "the hub is ready", () -> READY.matcher(said()), found -> found.find() || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the hub ended: " + said());
        }
        this.port = Integer.parseInt(ready.group(1));
    }

    static HubProcess start(Path dir, Path routes, Map<String, String> settings) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.transcripthub.Hub",
                "run",
                "--routes",
                routes.toAbsolutePath().toString()));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        Path said = Files.createTempFile(dir, "hub-", ".log");
        Process process = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            return new HubProcess(process, said);
        } catch (Exception | AssertionError notReady) {
            process.destroyForcibly();
            throw notReady;
        }
    }

    HubClient client() {
        return new HubClient(port);
    }

    Process process() {
        return process;
    }

    int port() {
        return port;
    }

    String said() throws IOException {
        return Files.readString(said);
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As kill -15; how long it took. */
    Duration terminate(Duration atMost) throws InterruptedException {
        long begin = System.nanoTime();
        process.destroy();
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the hub still runs " + atMost.toSeconds() + " s after SIGTERM");
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
