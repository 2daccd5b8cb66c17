package io.transcripthub.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes that a bench starts and its temporary folder. Both are gone when the bench ends, however it ends. */
final class Workbench {
    private static final String OWN_SETTINGS = "(HUB|CXONE|GENESYS|POLLING|SEARCH|WEBHOOK|DELIVERY|AUDIT|REDACTION)_.*";

    private final List<Process> children = new ArrayList<>();
    private final Path folder;

    Workbench() throws IOException {
        folder = Files.createTempDirectory("hub-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(this::clear));
        warnOfLoad();
    }

    Path folder() {
        return folder;
    }

    /** The hub's launcher, with options of the JVM beside those that the caller's HUB_JAVA_OPTS names. */
    Process hub(String javaOptions, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("hub").toAbsolutePath().toString()));
        command.addAll(arguments);
        String callers = System.getenv().getOrDefault("HUB_JAVA_OPTS", "");
        return start(command, Map.of("HUB_JAVA_OPTS", (javaOptions + " " + callers).strip()));
    }

    /** {@code hub run} with nobody's settings but these, on a free port and data folder. */
    Process run(String javaOptions, Map<String, String> settings) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--config", noSettings().toString()));
        arguments.add("--set=hub.http.port=0");
        arguments.add("--set=hub.data-dir=" + Files.createTempDirectory(folder, "data"));
        settings.forEach((key, value) -> arguments.add("--set=" + key + "=" + value));
        return hub(javaOptions, arguments);
    }

    /** Another program of this class path. */
    Process program(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return start(command, Map.of());
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.matches(OWN_SETTINGS));
        builder.environment().putAll(environment);
        Process process = builder.start();
        children.add(process);
        return process;
    }

    /** An empty file, so that a bench does not run with the settings of whoever calls it. */
    Path noSettings() throws IOException {
        Path file = folder.resolve("application.properties");
        return Files.exists(file) ? file : Files.createFile(file);
    }

    /** The last word of the line; what follows is shown as a message. */
    static String awaitLine(InputStream stream, String start) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(start)) {
                show(stream);
                return line.substring(line.lastIndexOf(' ') + 1);
            }
            System.err.println(line);
        }
        throw new IllegalStateException("ended without saying '" + start + "'");
    }

    /** Passes on what a process says. */
    static void show(InputStream stream) {
        Thread thread = new Thread(() -> {
            try {
                stream.transferTo(System.err);
            } catch (IOException closed) {
                // the process has ended
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** As Linux tells it. */
    static String peakMemory(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
        }
    }

    private void clear() {
        children.forEach(Process::destroy);
        children.forEach(Workbench::stop);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Workbench::delete);
        } catch (IOException | UncheckedIOException gone) {
            System.err.println("left behind: " + folder);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void warnOfLoad() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int processors = Runtime.getRuntime().availableProcessors();
        if (load > processors / 2.0) {
            System.err.printf(
                    Locale.ROOT,
                    "This machine is busy (load %.1f on %d processors): trust the CPU figures, not the seconds.%n",
                    load,
                    processors);
        }
    }
}
