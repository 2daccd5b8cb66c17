package io.transcripthub.sandbox;

import static io.transcripthub.sandbox.SandboxClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.EventReceiver.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxEventsTest {
    private static final String SECRET = "a shared secret";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.250Z");
    private static final SandboxOptions OPTIONS =
            SandboxOptions.defaults().withPolls(1_000).withTime(() -> NOW);

    private EventReceiver hub;
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void listen() throws Exception {
        hub = new EventReceiver();
    }

    @AfterEach
    void close() {
        sandbox.close();
        hub.close();
    }

    @Test
    void a_hub_is_told_by_the_time_a_transcription_has_ended() throws Exception {
        start(OPTIONS.withWork(Duration.ofMillis(50)));
        String id = client.acceptedMedia("media_001");
        JsonNode event = hub.next().json();
        assertThat(event.path("type").asText()).isEqualTo("quality.transcription.completed");
        assertThat(event.path("transcriptionId").asText()).isEqualTo(id);
        assertThat(event.path("timestamp").asText()).isEqualTo(NOW.toString());
        assertThat(status(id)).isEqualTo("completed");
    }

    @Test
    void a_transcription_that_ends_with_a_poll_is_told_of_once() throws Exception {
        start(OPTIONS.withPolls(1).withWork(Duration.ofHours(1)));
        String id = client.acceptedMedia("media_001");
        assertThat(hub.waiting()).isZero();
        client.pollMedia(id);
        client.pollMedia(id);
        assertThat(hub.next().json().path("transcriptionId").asText()).isEqualTo(id);
        assertThat(settled().sent()).isEqualTo(1);
    }

    @Test
    void one_that_fails_is_told_of_and_one_that_never_ends_is_not() throws Exception {
        start(OPTIONS.withWork(Duration.ZERO));
        client.acceptedMedia("media-stuck-1");
        String failed = client.acceptedMedia("media-fail-1");
        assertThat(hub.next().json().path("transcriptionId").asText()).isEqualTo(failed);
        assertThat(status(failed)).isEqualTo("failed");
        assertThat(settled().sent()).isEqualTo(1);
    }

    @Test
    void without_a_hub_to_tell_only_polls_end_a_transcription() throws Exception {
        sandbox = Sandbox.start(OPTIONS.withPolls(2).withWork(Duration.ZERO));
        client = new SandboxClient(sandbox).authorized();
        String id = client.acceptedMedia("media_001");
        assertThat(List.of(status(id), status(id))).containsExactly("queued", "completed");
        assertThat(sandbox.stats().events().sent()).isZero();
    }

    @Test
    void genesys_signs_the_bytes_it_sends_in_its_two_headers_by_turns() throws Exception {
        start(OPTIONS.withWork(Duration.ZERO));
        List<Received> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            client.acceptedMedia("media_00" + i);
            events.add(hub.next());
        }
        assertThat(events)
                .filteredOn(e -> e.headers().containsKey("X-Genesys-Signature"))
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.headers()).containsEntry("X-Genesys-Signature", hmac(e.body())));
        assertThat(events)
                .filteredOn(e -> e.headers().containsKey("X-Hub-Signature-256"))
                .hasSize(2);
    }

    @Test
    void some_events_have_an_id_of_their_own_and_some_have_none() throws Exception {
        start(OPTIONS.withWork(Duration.ZERO));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            client.acceptedMedia("media_00" + i);
            ids.add(hub.next().json().path("id").asText("none"));
        }
        assertThat(ids).filteredOn("none"::equals).hasSize(2);
        assertThat(ids).filteredOn(id -> !id.equals("none")).doesNotHaveDuplicates();
    }

    @Test
    void cxone_tells_of_recordings_and_shows_its_token() throws Exception {
        start(OPTIONS.withWork(Duration.ZERO));
        sandbox.sendEvents(Vendor.CXONE, hub.url(), "a token");
        String id = client.accepted("rec_00001");
        Received event = hub.next();
        assertThat(event.headers()).containsEntry("X-QA-Signature", "a token");
        assertThat(event.json().path("type").asText()).isEqualTo("recordings.transcription.completed");
        assertThat(event.json().path("transcriptionId").asText()).isEqualTo(id);
    }

    @Test
    void an_event_is_repeated_as_it_was_until_the_hub_takes_it() throws Exception {
        start(OPTIONS.withWork(Duration.ZERO));
        hub.answerFirstWith(503, 429);
        client.acceptedMedia("media_001");
        Received first = hub.next();
        assertThat(List.of(hub.next(), hub.next())).allSatisfy(again -> {
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers())
                    .containsEntry("X-Genesys-Signature", first.headers().get("X-Genesys-Signature"));
        });
        SandboxStats.Events events = settled();
        assertThat(events.sent()).isEqualTo(1);
        assertThat(events.answered())
                .containsOnlyKeys(202, 429, 503)
                .containsValues(1L)
                .doesNotContainValue(2L);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401})
    void an_event_that_the_hub_refuses_is_given_up(int status) throws Exception {
        start(OPTIONS.withWork(Duration.ZERO));
        hub.answerFirstWith(status);
        client.acceptedMedia("media_001");
        assertThat(settled().answered()).containsOnlyKeys(status).containsEntry(status, 1L);
    }

    @Test
    void a_hub_that_is_away_is_told_when_it_is_back() throws Exception {
        start(OPTIONS.withWork(Duration.ZERO));
        hub.close();
        String id = client.acceptedMedia("media_001");
        until("an attempt without an answer", () -> sandbox.stats().events().unanswered() > 0);
        hub = new EventReceiver(hub.port());
        assertThat(hub.next().json().path("transcriptionId").asText()).isEqualTo(id);
    }

    @Test
    void an_early_event_comes_before_the_end_and_by_turns_before_the_submission_is_answered() throws Exception {
        start(OPTIONS.withWork(Duration.ofHours(1)).withFaults(Faults.parse("early")));
        for (int i = 0; i < 3; i++) {
            String id = client.acceptedMedia("media_00" + i);
            assertThat(hub.waiting()).isGreaterThanOrEqualTo(i % 2 == 0 ? 1 : 0);
            assertThat(hub.next().json().path("transcriptionId").asText()).isEqualTo(id);
            assertThat(status(id)).isEqualTo("queued");
        }
        assertThat(settled().sent()).isEqualTo(3);
        assertThat(sandbox.stats().faults("event", Fault.EARLY)).isEqualTo(3);
    }

    @Test
    void an_early_event_to_a_hub_that_is_away_does_not_keep_the_submission_from_its_answer() throws Exception {
        start(OPTIONS.withWork(Duration.ofHours(1)).withFaults(Faults.parse("early")));
        hub.close();
        assertThat(client.acceptedMedia("media_001")).isNotEmpty();
    }

    @Test
    void a_late_event_comes_when_it_has_been_due_for_a_while() throws Exception {
        start(OPTIONS.withPolls(1).withWork(Duration.ofHours(1)).withFaults(Faults.parse("late,late-by=200ms")));
        String id = client.acceptedMedia("media_001");
        long due = System.nanoTime();
        assertThat(status(id)).isEqualTo("completed");
        assertThat(hub.next().json().path("transcriptionId").asText()).isEqualTo(id);
        assertThat(Duration.ofNanos(System.nanoTime() - due)).isGreaterThanOrEqualTo(Duration.ofMillis(199));
    }

    @Test
    void a_lost_event_never_comes() throws Exception {
        start(OPTIONS.withPolls(1).withWork(Duration.ofHours(1)).withFaults(Faults.parse("lost")));
        client.pollMedia(client.acceptedMedia("media_001"));
        sandbox.use(Faults.NONE);
        String other = client.acceptedMedia("media_002");
        client.pollMedia(other);
        assertThat(hub.next().json().path("transcriptionId").asText()).isEqualTo(other);
        assertThat(settled().lost()).isEqualTo(1);
        assertThat(hub.waiting()).isZero();
    }

    @Test
    void a_doubled_event_comes_twice_the_same() throws Exception {
        start(OPTIONS.withWork(Duration.ZERO).withFaults(Faults.parse("doubled")));
        client.acceptedMedia("media_001");
        assertThat(hub.next().body()).isEqualTo(hub.next().body());
        SandboxStats.Events events = settled();
        assertThat(events.sent()).isEqualTo(1);
        assertThat(events.doubled()).isEqualTo(1);
        assertThat(events.answered()).containsEntry(202, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GENESYS", "CXONE"})
    void a_forged_event_comes_beside_the_good_one_wrongly_signed_or_unsigned(Vendor vendor) throws Exception {
        start(OPTIONS.withWork(Duration.ZERO).withFaults(Faults.parse("forged,lost")));
        sandbox.sendEvents(vendor, hub.url(), SECRET);
        hub.answerFirstWith(401, 401);
        List<Received> forged = new ArrayList<>();
        for (String id : List.of("call_001", "call_002")) {
            if (vendor == Vendor.GENESYS) {
                client.acceptedMedia(id);
            } else {
                client.accepted(id);
            }
            forged.add(hub.next());
        }
        assertThat(forged.get(0).headers().keySet()).anyMatch(name -> name.endsWith("-signature"));
        assertThat(forged.get(0).headers().values())
                .doesNotContain(hmac(forged.get(0).body()), SECRET);
        assertThat(forged.get(1).headers().keySet()).noneMatch(name -> name.contains("-signature"));
        SandboxStats.Events events = settled();
        assertThat(events.forged()).isEqualTo(2);
        assertThat(events.answeredForged()).containsOnlyKeys(401).containsEntry(401, 2L);
        assertThat(events.answered()).isEmpty();
    }

    @Test
    void events_are_counted_over_http_too() throws Exception {
        start(OPTIONS.withWork(Duration.ZERO));
        client.acceptedMedia("media_001");
        settled();
        JsonNode events = json(client.get("/sandbox/stats")).path("events");
        assertThat(events.path("sent").asInt()).isEqualTo(1);
        assertThat(events.path("answered").path("202").asInt()).isEqualTo(1);
        assertThat(events.path("pending").asInt(-1)).isZero();
    }

    private void start(SandboxOptions options) throws Exception {
        sandbox = Sandbox.start(options);
        sandbox.sendEvents(Vendor.GENESYS, hub.url(), SECRET);
        client = new SandboxClient(sandbox).authorized();
    }

    private String status(String transcriptionId) throws Exception {
        return json(client.pollMedia(transcriptionId)).path("status").asText();
    }

    /** When at least one event was due and all are through. */
    private SandboxStats.Events settled() {
        until("a settled event", () -> {
            SandboxStats.Events events = sandbox.stats().events();
            return events.sent() + events.forged() + events.lost() > 0 && events.pending() == 0;
        });
        return sandbox.stats().events();
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(String what, Condition condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("deadline of " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static String hmac(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
