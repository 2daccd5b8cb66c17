package io.transcripthub.sandbox;

import static io.transcripthub.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxFaultsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00.250Z"));
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withPolls(1).withTime(now::get));
        client = new SandboxClient(sandbox).authorized();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void retry_after_comes_in_seconds_and_as_a_date_by_turns() throws Exception {
        sandbox.use(Faults.parse("429=1,retry-after=3s"));
        HttpResponse<String> first = client.submit("rec_00001");
        HttpResponse<String> second = client.submit("rec_00001");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("3");
        String date = second.headers().firstValue("Retry-After").orElseThrow();
        assertThat(date).isEqualTo("Sun, 01 Mar 2026 10:00:04 GMT");
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isAfterOrEqualTo(now.get().plusSeconds(3));
    }

    @Test
    void a_request_before_its_retry_after_is_counted_and_one_at_that_time_is_not() throws Exception {
        String id = client.accepted("rec_00001");
        sandbox.use(Faults.parse("429=1,retry-after=2s"));
        client.poll(id);
        sandbox.use(Faults.NONE);
        now.updateAndGet(t -> t.plusMillis(1_999));
        client.accepted("rec_00002");
        assertThat(sandbox.stats().requestsBeforeRetryAfter()).isZero();
        client.poll(id);
        assertThat(sandbox.stats().requestsBeforeRetryAfter()).isEqualTo(1);
        now.updateAndGet(t -> t.plusMillis(1));
        client.poll(id);
        assertThat(sandbox.stats().requestsBeforeRetryAfter()).isEqualTo(1);
    }

    @Test
    void the_vendor_can_be_unavailable_while_tokens_are_still_issued() throws Exception {
        sandbox.use(Faults.parse("503"));
        assertThat(client.submit("rec_00001").statusCode()).isEqualTo(503);
        assertThat(client.get("/api/v2/speech-to-text/models").statusCode()).isEqualTo(503);
        assertThat(client.post("/oauth/token", SandboxClient.FORM).statusCode()).isEqualTo(200);
        assertThat(sandbox.stats().faults("submit", Fault.UNAVAILABLE)).isEqualTo(1);
        assertThat(sandbox.stats().submissions()).isZero();
    }

    @Test
    void an_answer_is_cut_with_a_right_and_a_wrong_length_by_turns() throws Exception {
        String id = client.accepted("rec_00001");
        sandbox.use(Faults.parse("truncate"));
        HttpResponse<String> rightLength = client.poll(id);
        assertThat(rightLength.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> json(rightLength)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> client.poll(id)).isInstanceOf(IOException.class);
        sandbox.use(Faults.NONE);
        assertThat(json(client.poll(id)).path("status").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void a_request_can_hang_until_the_sandbox_closes() {
        sandbox.use(Faults.parse("hang"));
        client.waitingAtMost(Duration.ofMillis(500));
        assertThatThrownBy(() -> client.submit("rec_00001")).isInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.stats().faults("submit", Fault.HANG)).isEqualTo(1);
        assertThat(sandbox.stats().requests("submit", 202)).isZero();
    }

    @Test
    void a_connection_can_be_dropped_without_an_answer() {
        sandbox.use(Faults.parse("drop"));
        assertThatThrownBy(() -> client.submit("rec_00001"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.stats().submissions()).isZero();
    }

    @Test
    void a_request_can_revoke_all_tokens_its_own_too() throws Exception {
        sandbox.use(Faults.parse("revoke"));
        assertThat(client.submit("rec_00001").statusCode()).isEqualTo(401);
        sandbox.use(Faults.NONE);
        assertThat(client.submit("rec_00001").statusCode()).isEqualTo(401);
        assertThat(client.authorized().submit("rec_00001").statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"fail,FAILED", "cancel,CANCELLED", "stuck,PROCESSING"})
    void jobs_accepted_under_a_fault_keep_its_ending(String fault, String status) throws Exception {
        sandbox.use(Faults.parse(fault));
        String id = client.accepted("rec_00001");
        sandbox.use(Faults.NONE);
        assertThat(json(client.poll(id)).path("status").asText()).isEqualTo(status);
        assertThat(json(client.poll(client.accepted("rec_00001")))
                        .path("status")
                        .asText())
                .isEqualTo("COMPLETED");
    }

    @Test
    void answers_can_be_slow() throws Exception {
        sandbox.use(Faults.parse("slow=150ms"));
        long start = System.nanoTime();
        client.accepted("rec_00001");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(149));
    }

    @Test
    void tokens_can_live_shorter() throws Exception {
        sandbox.use(Faults.parse("expires=60s"));
        HttpResponse<String> token = client.post("/oauth/token", SandboxClient.FORM);
        assertThat(json(token).path("expires_in").asInt()).isEqualTo(60);
        client.authorized();
        now.updateAndGet(t -> t.plusSeconds(59));
        assertThat(client.submit("rec_00001").statusCode()).isEqualTo(202);
        now.updateAndGet(t -> t.plusSeconds(1));
        assertThat(client.submit("rec_00001").statusCode()).isEqualTo(401);
    }

    @Test
    void the_token_endpoint_has_faults_of_its_own() throws Exception {
        sandbox.use(Faults.parse("token-503"));
        assertThat(client.post("/oauth/token", SandboxClient.FORM).statusCode()).isEqualTo(503);
        sandbox.use(Faults.parse("token-hang"));
        client.waitingAtMost(Duration.ofMillis(500));
        assertThatThrownBy(() -> client.post("/oauth/token", SandboxClient.FORM))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(client.waitingAtMost(Duration.ofSeconds(10))
                        .submit("rec_00001")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_seed_repeats_the_faults_in_whatever_order_the_requests_come() throws Exception {
        Map<String, Integer> forwards = codes("429=0.3,503=0.3,seed=42", IntStream.range(0, 40));
        Map<String, Integer> backwards =
                codes("429=0.3,503=0.3,seed=42", IntStream.range(0, 40).map(i -> 39 - i));
        assertThat(forwards).isEqualTo(backwards).containsValues(202, 429, 503);
        assertThat(codes("429=0.3,503=0.3,seed=43", IntStream.range(0, 40))).isNotEqualTo(forwards);
    }

    @Test
    void about_as_many_requests_are_struck_as_the_probability_says() {
        Dice dice = new Dice(1);
        long struck = IntStream.range(0, 20_000)
                .filter(i -> dice.roll(0.1, Fault.UNAVAILABLE, Operation.POLL, new Resource("rec_" + i)))
                .count();
        assertThat(struck).isBetween(1_800L, 2_200L);
    }

    @Test
    void faults_can_be_exchanged_over_http() throws Exception {
        assertThat(client.post("/sandbox/faults", "503=1").statusCode()).isEqualTo(200);
        assertThat(client.submit("rec_00001").statusCode()).isEqualTo(503);
        HttpResponse<String> refused = client.post("/sandbox/faults", "503=2");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("message").asText()).contains("503=2");
        assertThat(client.post("/sandbox/faults", "").statusCode()).isEqualTo(200);
        assertThat(client.submit("rec_00001").statusCode()).isEqualTo(202);
    }

    private static Map<String, Integer> codes(String faults, IntStream recordings) throws Exception {
        try (Sandbox seeded = Sandbox.start(SandboxOptions.defaults().withFaults(Faults.parse(faults)))) {
            SandboxClient hub = new SandboxClient(seeded).authorized();
            Map<String, Integer> codes = new LinkedHashMap<>();
            for (int i : recordings.toArray()) {
                codes.put("rec_" + i + "_a", hub.submit("rec_" + i + "_a").statusCode());
            }
            return codes;
        }
    }
}
