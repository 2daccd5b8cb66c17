import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.sandbox.Call;
import io.transcripthub.sandbox.Calls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The benches behind main-job.sh, events.sh and first-answer.sh, run from source; README.md says how to read their figures. */
public final class Bench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);
    private static final int BATCH = 500;
    private static final int SENDERS = 32;
    private static final String EVENT_SECRET = "secret-of-the-bench";
    private static final String OWN_SETTINGS = "(HUB|CXONE|GENESYS|POLLING|SEARCH|WEBHOOK|DELIVERY|AUDIT|REDACTION)_.*";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> children = new ArrayList<>();
    private final String launcher;
    private final Path folder;

    private Bench(String launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[2]);
        Bench bench = new Bench(args[1], Files.createTempDirectory("hub-bench"));
        Runtime.getRuntime().addShutdownHook(new Thread(bench::clear));
        warnOfLoad();
        boolean good =
                switch (args[0]) {
                    case "main-job" -> bench.mainJob(count);
                    case "first-answer" -> bench.firstAnswer(count);
                    default -> bench.events(count);
                };
        System.exit(good ? 0 : 1);
    }

    // ---- main-job

    private boolean mainJob(int recordings) throws Exception {
        Process sandbox = start(Map.of(), "sandbox", "--port", "0", "--polls", "4");
        URI vendor = URI.create(awaitLine(sandbox.getInputStream(), "base URL"));
        Process hub = start(Map.of("HUB_JAVA_OPTS", "-Xmx512m " + options()), settings(vendor));
        URI api = URI.create(awaitLine(hub.getErrorStream(), "hub: ready at"));
        awaitSearch(api);

        run(api, "warm", recordings, 0);
        Duration hubBefore = cpu(hub);
        Duration sandboxBefore = cpu(sandbox);
        Phases phases = run(api, "counted", recordings, recordings);
        print(recordings, phases);
        System.out.printf(
                Locale.ROOT,
                "CPU          %8.2f ms/job hub, %.2f ms/job sandbox%n",
                millisEach(cpu(hub).minus(hubBefore), recordings),
                millisEach(cpu(sandbox).minus(sandboxBefore), recordings));
        System.out.printf("peak memory  %8s hub (-Xmx512m), %s sandbox%n", peakMemory(hub), peakMemory(sandbox));
        return checked(vendor, api, 2L * recordings);
    }

    private String[] settings(URI vendor) throws IOException {
        List<String> command = new ArrayList<>(List.of("run", "--config", settingsOfNobody().toString()));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("hub.http.port", "0");
        settings.put("hub.data-dir", folder.resolve("data").toString());
        settings.put("cxone.recordings.base-url", vendor.toString());
        settings.put("webhook.url", vendor + "/sandbox/webhooks");
        settings.put("webhook.secret", "whsec_YSBzZWNyZXQgb2YgdGhlIGJlbmNobWFyaw==");
        settings.put("polling.initial-interval", "1s");
        settings.put("polling.multiplier", "1");
        settings.put("polling.max-interval", "1s");
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return command.toArray(String[]::new);
    }

    /** Seconds from the first request until all were taken in, all transcribed, all delivered everywhere. */
    private record Phases(double takenIn, double transcribed, double settled) {}

    private Phases run(URI api, String name, int recordings, long before) throws Exception {
        long begin = System.nanoTime();
        for (int from = 0; from < recordings; from += BATCH) {
            submit(api, name, from, Math.min(recordings, from + BATCH));
        }
        double takenIn = secondsSince(begin);
        double transcribed = 0;
        long wanted = before + recordings;
        JsonNode summary = get(api.resolve("/api/v1/jobs/summary"));
        for (int tick = 0; !settled(summary, wanted); tick++) {
            if (secondsSince(begin) > LONGEST_RUN.toSeconds()) {
                throw new IllegalStateException("not settled after " + LONGEST_RUN + ": " + summary);
            }
            if (transcribed == 0 && waiting(summary) == 0) {
                transcribed = secondsSince(begin);
            }
            if (tick % 25 == 0) {
                System.err.printf("%s: %.0f s, %s%n", name, secondsSince(begin), summary.path("states"));
            }
            Thread.sleep(200);
            summary = get(api.resolve("/api/v1/jobs/summary"));
        }
        double settled = secondsSince(begin);
        return new Phases(takenIn, transcribed == 0 ? settled : transcribed, settled);
    }

    private void submit(URI api, String name, int from, int to) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            Call call = Calls.all().get(i % Calls.all().size());
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("account", "cxone");
            request.put("recordingId", "%s-%06d-%s".formatted(name, i, call.name()));
            request.put("languageCode", call.language());
            if (call.reference() != null) {
                request.put("referenceText", call.reference());
            }
            lines.append(JSON.writeValueAsString(request)).append('\n');
        }
        JsonNode answer = send(HttpRequest.newBuilder(api.resolve("/api/v1/transcriptions/batch"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.toString())));
        if (answer.path("accepted").asInt() != to - from) {
            throw new IllegalStateException("expected " + (to - from) + " accepted, found " + answer);
        }
    }

    private static long waiting(JsonNode summary) {
        return summary.path("states").path("QUEUED").asLong()
                + summary.path("states").path("SUBMITTED").asLong();
    }

    private static boolean settled(JsonNode summary, long wanted) {
        long pending = 0;
        for (JsonNode sink : summary.path("deliveries")) {
            pending += sink.path("PENDING").asLong();
        }
        return pending == 0 && summary.path("states").path("DELIVERED").asLong() == wanted;
    }

    private static void print(int recordings, Phases phases) {
        System.out.printf(
                Locale.ROOT,
                """
                throughput   %8.1f jobs/s (%d recordings in %.2f s)
                taken in     %8.2f s after the first request
                transcribed  %8.2f s (4.00 s of it are the vendor's four polls)
                delivered    %8.2f s, to search, webhook and audit
                """,
                recordings / phases.settled(),
                recordings,
                phases.settled(),
                phases.takenIn(),
                phases.transcribed(),
                phases.settled());
    }

    /** A fast hub that loses or doubles something is not fast. */
    private boolean checked(URI vendor, URI api, long jobs) throws Exception {
        JsonNode stats = get(vendor.resolve("/sandbox/stats"));
        boolean once = stats.path("submissions").asLong() == jobs
                && stats.path("duplicateSubmissions").isEmpty()
                && stats.path("webhooks").path("distinct").asLong() == jobs
                && stats.path("webhooks").path("eventsUnderSeveralIds").asLong() == 0;
        System.out.println("checked      each recording submitted once, one webhook event each: " + (once ? "yes" : "NO"));
        return once;
    }

    // ---- first-answer

    private boolean firstAnswer(int starts) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            seconds.add(secondsToAnswer(i));
        }
        seconds.sort(Comparator.naturalOrder());
        System.out.printf(Locale.ROOT, "median   %.2f s (wanted: below 3 s)%n", seconds.get(seconds.size() / 2));
        return seconds.get(seconds.size() / 2) < 3;
    }

    /** An empty file, so that the bench does not run with the settings of whoever calls it. */
    private Path settingsOfNobody() throws IOException {
        Path file = folder.resolve("application.properties");
        return Files.exists(file) ? file : Files.createFile(file);
    }

    private double secondsToAnswer(int index) throws Exception {
        int port = freePort();
        URI summary = URI.create("http://127.0.0.1:" + port + "/api/v1/jobs/summary");
        long begin = System.nanoTime();
        Process hub = start(
                Map.of("HUB_JAVA_OPTS", options()),
                "run",
                "--config",
                settingsOfNobody().toString(),
                "--set=hub.http.port=" + port,
                "--set=hub.data-dir=" + folder.resolve("data-" + index),
                "--set=search.hosts=http://127.0.0.1:" + freePort());
        drain(hub.getInputStream());
        drain(hub.getErrorStream());
        while (!answers(summary)) {
            if (!hub.isAlive() || secondsSince(begin) > 60) {
                throw new IllegalStateException("the hub does not answer");
            }
            Thread.sleep(10);
        }
        double seconds = secondsSince(begin);
        System.out.printf(Locale.ROOT, "start %d  %.2f s, %.2f s of CPU%n", index + 1, seconds, cpu(hub).toMillis() / 1e3);
        stop(hub);
        return seconds;
    }

    private boolean answers(URI address) throws Exception {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    // ---- events

    /** Events of transcriptions that no job knows, from as many senders as a vendor may have, after as many to warm up. */
    private boolean events(int count) throws Exception {
        Process hub = start(
                Map.of("HUB_JAVA_OPTS", "-Xmx512m " + options()),
                "run",
                "--config",
                settingsOfNobody().toString(),
                "--set=hub.http.port=0",
                "--set=hub.data-dir=" + folder.resolve("data"),
                "--set=genesys.webhook-secret=" + EVENT_SECRET,
                "--set=search.hosts=http://127.0.0.1:" + freePort());
        URI webhooks = URI.create(awaitLine(hub.getErrorStream(), "hub: ready at")).resolve("/webhooks/genesys");
        sendEvents(webhooks, "warm", count, true);
        double[] forged = sendEvents(webhooks, "forged", count, false);
        double[] kept = sendEvents(webhooks, "kept", count, true);
        System.out.printf(Locale.ROOT, "floor    a wrong signature, 401: median %.1f ms, p99 %.1f ms%n", forged[0], forged[1]);
        System.out.printf(Locale.ROOT, "events   on disk, 202: median %.1f ms, p99 %.1f ms, %.0f a second%n", kept[0], kept[1], kept[2]);
        System.out.printf(Locale.ROOT, "ratio    %.1f (median, against the floor)%n", kept[0] / forged[0]);
        return kept[0] < 50;
    }

    /** @return median and 99th percentile in milliseconds, events a second */
    private double[] sendEvents(URI webhooks, String name, int count, boolean signed) throws Exception {
        double[] millis = new double[count];
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        long begin = System.nanoTime();
        List<Future<?>> sent = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int first = sender;
            sent.add(senders.submit(() -> {
                for (int i = first; i < count; i += SENDERS) {
                    millis[i] = sendEvent(webhooks, name + "-" + i, signed);
                }
                return null;
            }));
        }
        for (Future<?> one : sent) {
            one.get();
        }
        senders.shutdown();
        double seconds = secondsSince(begin);
        Arrays.sort(millis);
        return new double[] {millis[count / 2], millis[count * 99 / 100], count / seconds};
    }

    private double sendEvent(URI webhooks, String id, boolean signed) throws Exception {
        String body = "{\"id\":\"" + id + "\",\"type\":\"quality.transcription.completed\",\"transcriptionId\":\"tr-" + id + "\"}";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(EVENT_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal((signed ? body : "").getBytes(StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(webhooks)
                .header("X-Genesys-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        long begin = System.nanoTime();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (status != (signed ? 202 : 401)) {
            throw new IllegalStateException("an event was answered " + status);
        }
        return millis;
    }

    // ---- processes

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.matches(OWN_SETTINGS));
        builder.environment().putAll(environment);
        Process process = builder.start();
        children.add(process);
        return process;
    }

    private static String options() {
        return System.getenv().getOrDefault("HUB_JAVA_OPTS", "");
    }

    /** The last word of the line; what follows is read and thrown away, or shown when it is a message. */
    private static String awaitLine(InputStream stream, String start) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(start)) {
                drain(stream);
                return line.substring(line.lastIndexOf(' ') + 1);
            }
            System.err.println(line);
        }
        throw new IllegalStateException("ended without saying '" + start + "'");
    }

    private static void drain(InputStream stream) {
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

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** As Linux tells it. */
    private static String peakMemory(Process process) throws IOException {
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

    private void clear() {
        children.forEach(Process::destroy);
        children.forEach(Bench::stop);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            System.err.println("left behind: " + folder);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
        }
    }

    // ---- small things

    private void awaitSearch(URI api) throws Exception {
        long begin = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/api/v1/search?q=anything")).build();
        while (client.send(request, BodyHandlers.discarding()).statusCode() != 200) {
            if (secondsSince(begin) > 120) {
                throw new IllegalStateException("the embedded search has not started within 120 s");
            }
            Thread.sleep(200);
        }
    }

    private JsonNode get(URI address) throws Exception {
        return send(HttpRequest.newBuilder(address));
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
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

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static double millisEach(Duration cpu, int count) {
        return cpu.toNanos() / 1e6 / count;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
