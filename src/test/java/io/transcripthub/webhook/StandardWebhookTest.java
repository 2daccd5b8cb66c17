package io.transcripthub.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The expected signatures were computed with the openssl command line: {@code printf '%s' "$id.$timestamp.$body" |
 * openssl dgst -sha256 -hmac 'transcript-hub-test-secret-one!!' -binary | base64}, and likewise for two.
 */
class StandardWebhookTest {
    private static final String SECRET_ONE = "whsec_dHJhbnNjcmlwdC1odWItdGVzdC1zZWNyZXQtb25lISE=";
    private static final String SECRET_TWO = "whsec_dHJhbnNjcmlwdC1odWItdGVzdC1zZWNyZXQtdHdvISE=";
    private static final String SIGNATURE_ONE = "v1,A+ajjAewbAFnIogLOwnbZ1Ui9hPKxqT9H0fh7h0omyk=";
    private static final String SIGNATURE_TWO = "v1,6ebDRsdtCoApWMDRlEgrSwsdmNkSxLXbv8Dyv7AOtRY=";

    private static final String ID = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";
    private static final Instant SENT = Instant.ofEpochSecond(1772366400L, 999_999_999);
    private static final byte[] BODY =
            "{\"type\":\"transcript.completed\",\"data\":{\"status\":\"COMPLETED\"}}".getBytes(StandardCharsets.UTF_8);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Test
    void id_timestamp_and_body_are_signed() {
        assertThat(new StandardWebhook(SECRET_ONE).headers(ID, SENT, BODY))
                .isEqualTo(Map.of(
                        "webhook-id", ID, "webhook-timestamp", "1772366400", "webhook-signature", SIGNATURE_ONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " ", " , ", "\n"})
    void while_secrets_are_rotated_each_signs(String separator) {
        StandardWebhook webhook = new StandardWebhook(" " + SECRET_TWO + separator + SECRET_ONE + " ");

        assertThat(webhook.headers(ID, SENT, BODY))
                .containsEntry("webhook-signature", SIGNATURE_TWO + " " + SIGNATURE_ONE);
    }

    @Test
    void a_receiver_with_either_secret_accepts() {
        Map<String, String> headers = new StandardWebhook(SECRET_TWO + "," + SECRET_ONE).headers(ID, SENT, BODY);

        assertThat(verify(SECRET_ONE, headers, BODY)).isTrue();
        assertThat(verify(SECRET_TWO, headers, BODY)).isTrue();
        assertThat(verify("whsec_b3RoZXI=", headers, BODY)).isFalse();
    }

    @Test
    void header_names_may_be_in_any_case() {
        Map<String, String> upperCase = new HashMap<>();
        headers().forEach((name, value) -> upperCase.put(name.toUpperCase(Locale.ROOT), value));

        assertThat(verify(SECRET_ONE, upperCase, BODY)).isTrue();
    }

    @Test
    void another_id_timestamp_body_or_signature_is_refused() {
        assertThat(verify(SECRET_ONE, with("webhook-id", "msg_other"), BODY)).isFalse();
        assertThat(verify(SECRET_ONE, with("webhook-timestamp", "1772366401"), BODY))
                .isFalse();
        assertThat(verify(SECRET_ONE, headers(), new byte[0])).isFalse();
        assertThat(verify(SECRET_ONE, with("webhook-signature", SIGNATURE_TWO), BODY))
                .isFalse();
        assertThat(verify(SECRET_ONE, with("webhook-signature", SIGNATURE_ONE.replace("v1,", "v2,")), BODY))
                .isFalse();
        assertThat(verify(SECRET_ONE, with("webhook-signature", ""), BODY)).isFalse();
    }

    @Test
    void a_missing_header_is_refused() {
        for (String name : headers().keySet()) {
            Map<String, String> headers = new HashMap<>(headers());
            headers.remove(name);
            assertThat(verify(SECRET_ONE, headers, BODY)).isFalse();
        }
    }

    @Test
    void a_timestamp_beyond_the_tolerance_is_refused() {
        StandardWebhook webhook = new StandardWebhook(SECRET_ONE);
        Instant sent = Instant.ofEpochSecond(SENT.getEpochSecond());

        assertThat(webhook.verify(headers(), BODY, sent.plus(TOLERANCE), TOLERANCE))
                .isTrue();
        assertThat(webhook.verify(headers(), BODY, sent.minus(TOLERANCE), TOLERANCE))
                .isTrue();
        assertThat(webhook.verify(headers(), BODY, sent.plus(TOLERANCE).plusMillis(1), TOLERANCE))
                .isFalse();
        assertThat(webhook.verify(headers(), BODY, sent.minus(TOLERANCE).minusMillis(1), TOLERANCE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "9223372036854775807", "1e9"})
    void a_timestamp_that_is_none_is_refused(String timestamp) {
        assertThat(verify(SECRET_ONE, with("webhook-timestamp", timestamp), BODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "c2VjcmV0", "whsec_", "whsec_sec-ret!", "whsec_c2VjcmV0,secret"})
    void a_bad_secret_is_refused_and_not_shown(String secrets) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StandardWebhook(secrets))
                .withMessageStartingWith("expected webhook secrets as whsec_<base64>, separated by comma or space")
                .satisfies(refused -> assertThat(refused).hasMessageNotContainingAny("c2VjcmV0", "secret,", "sec-ret"));
    }

    private static Map<String, String> headers() {
        return new StandardWebhook(SECRET_ONE).headers(ID, SENT, BODY);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put(name, value);
        return headers;
    }

    private static boolean verify(String secret, Map<String, String> headers, byte[] body) {
        return new StandardWebhook(secret).verify(headers, body, SENT, TOLERANCE);
    }
}
