package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that come in floods, twice, forged, and at the same time as polls. */
class EventsIT {
    private static final String SECRET = "the secret of the flood";
    private static final int EVENTS = 10_000;
    private static final Duration AGAIN = Duration.ofMillis(100);

    @TempDir
    private Path dir;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService senders = Executors.newFixedThreadPool(16);
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private MediaVendor vendor;
    private BulkServer search;

    @BeforeEach
    void start() throws IOException {
        vendor = new MediaVendor();
        search = new BulkServer();
    }

    @AfterEach
    void close() {
        senders.shutdownNow();
        search.close();
        vendor.close();
        sandbox.close();
    }

    @Test
    void a_flood_of_events_takes_effect_once_each_though_the_hub_is_killed() throws Exception {
        Map<String, String> settings = settings("genesys.adopt-unknown", "true");
        AtomicReference<HubProcess> hub = new AtomicReference<>(HubProcess.start(dir, Path.of("routes"), settings));
        Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                int number = i;
                sent.add(senders.submit(() -> sendUntilAnswered(hub, number, answers)));
            }
            Eventually.until(Duration.ofMinutes(1), "a third is in", () -> count(answers, 202) > EVENTS / 3);
            hub.get().kill();
            hub.set(HubProcess.start(dir, Path.of("routes"), settings));
            for (Future<?> one : sent) {
                one.get();
            }
            hub.get().client().untilEnded(EVENTS * 99 / 100, Duration.ofMinutes(4));
            assertThat(hub.get().client().count(java.util.Set.of("DELIVERED"))).isEqualTo(EVENTS * 99 / 100);
            assertThat(hub.get().terminate(Duration.ofSeconds(20))).isLessThan(Duration.ofSeconds(20));
        } finally {
            hub.get().close();
        }
        assertThat(count(answers, 401)).isEqualTo(EVENTS / 100);
        assertThat(vendor.asked()).hasSize(EVENTS * 99 / 100).allSatisfy((id, times) -> assertThat(id)
                .doesNotContain("forged"));
        assertThat(search.documents()).hasSize(EVENTS * 99 / 100);
        eachIsCompletedOnce(EVENTS * 99 / 100);
    }

    @Test
    void completion_happens_once_though_event_and_poll_race_on_two_nodes() throws Exception {
        int jobs = 300;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                TestHub one = node(postgres, "one");
                TestHub two = node(postgres, "two")) {
            one.client()
                    .submitLines(IntStream.range(0, jobs)
                            .mapToObj(i -> "{\"account\":\"genesys\",\"mediaId\":\"media-race-" + i + "\"}")
                            .collect(Collectors.joining("\n")));
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < jobs; i++) {
                for (TestHub hub : List.of(one, two)) {
                    String event = event("tr-media-race-" + i, "race-" + i + "-" + hub.port());
                    sent.add(senders.submit(() ->
                            assertThat(send(hub.port(), event, hmac(event))).isEqualTo(202)));
                }
            }
            for (Future<?> each : sent) {
                each.get();
            }
            one.client().untilEnded(jobs, Duration.ofMinutes(1));
            assertThat(two.client().jobs("&state=DELIVERED")).hasSize(jobs);
        }
        assertThat(sandbox.stats().webhooks().distinct()).isEqualTo(jobs);
        assertThat(search.documents()).hasSize(jobs);
        eachIsCompletedOnce(jobs);
    }

    private void eachIsCompletedOnce(int jobs) throws IOException {
        AuditFiles audit = AuditFiles.of(dir);
        assertThat(audit.verification().intact())
                .as(audit.verification().toString())
                .isTrue();
        assertThat(audit.byJob("TRANSCRIPTION_COMPLETED").values())
                .hasSize(jobs)
                .containsOnly(1L);
    }

    /** As a vendor does: again until there is an answer, and some events twice. */
    private Void sendUntilAnswered(AtomicReference<HubProcess> hub, int number, Map<Integer, AtomicInteger> answers)
            throws Exception {
        boolean forged = number % 100 == 0;
        String event = event((forged ? "forged-" : "tr-") + number, "event-" + number);
        String signature = forged ? hmac(event + " ") : hmac(event);
        for (int sent = 0; sent < (number % 20 == 7 ? 2 : 1); ) {
            try {
                int status = send(hub.get().port(), event, signature);
                answers.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
                sent++;
            } catch (IOException away) {
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
        return null;
    }

    private static int count(Map<Integer, AtomicInteger> answers, int status) {
        return answers.getOrDefault(status, new AtomicInteger()).get();
    }

    private int send(int port, String event, String signature) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/genesys"))
                .header("X-Genesys-Signature", signature)
                .POST(BodyPublishers.ofString(event))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String event(String transcriptionId, String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"quality.transcription.completed\",\"transcriptionId\":\""
                + transcriptionId + "\"}";
    }

    private static String hmac(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, String> settings(String... more) {
        List<String> overrides = new ArrayList<>(List.of(
                "genesys.base-url", vendor.url(), "genesys.webhook-secret", SECRET, "search.hosts", search.url()));
        overrides.addAll(List.of(more));
        return TestHub.settings(dir, sandbox, overrides.toArray(String[]::new));
    }

    private TestHub node(EmbeddedPostgres postgres, String node) throws Exception {
        return TestHub.start(
                dir,
                sandbox,
                "hub.node",
                node,
                "hub.db.url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "genesys.base-url",
                vendor.url(),
                "genesys.webhook-secret",
                SECRET,
                "search.hosts",
                search.url(),
                "webhook.url",
                sandbox.webhookUrl().toString(),
                "webhook.secret",
                TestHub.WEBHOOK_SECRET);
    }
}
