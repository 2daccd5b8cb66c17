package io.transcripthub.sandbox;

import static io.transcripthub.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxWebhooksTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void deliveries_are_counted_by_id_and_type() throws Exception {
        deliver("msg_1", "transcript.completed", "tr_1");
        deliver("msg_1", "transcript.completed", "tr_1");
        deliver("msg_2", "transcript.completed", "tr_2");
        deliver("msg_3", "transcript.failed", "tr_3");
        SandboxStats.Webhooks webhooks = sandbox.stats().webhooks();
        assertThat(webhooks.total()).isEqualTo(4);
        assertThat(webhooks.distinct()).isEqualTo(3);
        assertThat(webhooks.duplicates()).isEqualTo(1);
        assertThat(webhooks.byType()).containsEntry("transcript.completed", 2L).containsEntry("transcript.failed", 1L);
        assertThat(webhooks.eventsUnderSeveralIds()).isZero();
    }

    @Test
    void an_event_that_comes_under_a_second_id_is_noticed() throws Exception {
        deliver("msg_1", "transcript.completed", "tr_1");
        deliver("msg_2", "transcript.completed", "tr_1");
        deliver("msg_3", "transcript.failed", "tr_1");
        assertThat(sandbox.stats().webhooks().eventsUnderSeveralIds()).isEqualTo(1);
    }

    @Test
    void the_last_hundred_deliveries_can_be_looked_at_as_they_came() throws Exception {
        for (int i = 0; i < 103; i++) {
            deliver("msg_" + i, "transcript.completed", "tr_" + i);
        }
        assertThat(sandbox.webhooks()).hasSize(100);
        assertThat(sandbox.webhooks().get(99))
                .isEqualTo(new ReceivedWebhook(
                        "msg_102", "1772359200", "v1,c2lnbmF0dXJl", body("transcript.completed", "tr_102")));
        assertThat(json(client.get("/sandbox/webhooks")).path(0).path("id").asText())
                .isEqualTo("msg_3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"type\":7}", "{\"data\":{}}", "{\"type\":\"transcript.completed\""})
    void a_body_that_is_no_event_is_refused(String body) throws Exception {
        assertThat(post("msg_1", body).statusCode()).isEqualTo(400);
        assertThat(sandbox.stats().webhooks().total()).isZero();
    }

    @Test
    void a_delivery_without_the_headers_of_standard_webhooks_is_refused() throws Exception {
        HttpResponse<String> response = client.post("/sandbox/webhooks", body("transcript.completed", "tr_1"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("webhook-id, webhook-timestamp and webhook-signature");
    }

    @Test
    void the_receiver_can_be_unavailable_or_down() throws Exception {
        sandbox.use(Faults.parse("webhook-503=1"));
        assertThat(post("msg_1", body("transcript.completed", "tr_1")).statusCode())
                .isEqualTo(503);
        sandbox.use(Faults.parse("webhook-down"));
        assertThatThrownBy(() -> post("msg_1", body("transcript.completed", "tr_1")))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.stats().webhooks().total()).isZero();
    }

    private void deliver(String id, String type, String transcriptionId) throws Exception {
        assertThat(post(id, body(type, transcriptionId)).statusCode()).isEqualTo(200);
    }

    private static String body(String type, String transcriptionId) {
        return "{\"type\":\"%s\",\"timestamp\":\"2026-03-01T10:00:00Z\",\"data\":{\"segments\":[{\"text\":\"hi\"}],\"transcriptionId\":\"%s\"}}"
                .formatted(type, transcriptionId);
    }

    private HttpResponse<String> post(String id, String body) throws Exception {
        return client.post(
                "/sandbox/webhooks",
                body,
                "webhook-id",
                id,
                "webhook-timestamp",
                "1772359200",
                "webhook-signature",
                "v1,c2lnbmF0dXJl");
    }
}
