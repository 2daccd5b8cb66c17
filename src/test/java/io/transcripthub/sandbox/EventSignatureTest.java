package io.transcripthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import org.junit.jupiter.api.Test;

class EventSignatureTest {
    private static final Buffer BODY =
            Buffer.buffer("{\"type\":\"quality.transcription.completed\",\"transcriptionId\":\"gt_1\"}");

    private final RequestOptions request = new RequestOptions();

    @Test
    void genesys_signs_in_hex_as_openssl_does() {
        new EventSignature(Vendor.GENESYS, "a shared secret").sign(request, BODY, 0);
        assertThat(request.getHeaders().entries()).singleElement().satisfies(header -> assertThat(header)
                .hasToString("X-Genesys-Signature=ad5e2e7d1d34ffd6de6069f06831c16580f8b2d7d04f5c61a4097a46318b2b0b"));
    }

    @Test
    void every_other_time_it_signs_in_base64() {
        new EventSignature(Vendor.GENESYS, "a shared secret").sign(request, BODY, 1);
        assertThat(request.getHeaders().entries()).singleElement().satisfies(header -> assertThat(header)
                .hasToString("X-Hub-Signature-256=sha256=rV4ufR00/9beYGnwaDHBZYD4stfQT1xhpAl6RjGLKws="));
    }

    @Test
    void cxone_shows_the_secret_itself() {
        new EventSignature(Vendor.CXONE, "a shared secret").sign(request, BODY, 1);
        assertThat(request.getHeaders().get("X-QA-Signature")).isEqualTo("a shared secret");
    }

    @Test
    void without_a_secret_nothing_is_signed() {
        new EventSignature(Vendor.GENESYS, "").sign(request, BODY, 1);
        assertThat(request.getHeaders()).isNull();
    }
}
