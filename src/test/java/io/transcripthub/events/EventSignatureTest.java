package io.transcripthub.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSignatureTest {
    private static final String HEX = "x-genesys-signature";
    private static final String BASE64 = "x-hub-signature-256";
    private static final String TOKEN = "x-qa-signature";

    private static final String SECRET = "a secret, with: püñctuation";
    private static final byte[] BODY =
            "{\"type\":\"quality.transcription.completed\",\"transcriptionId\":\"gt_1\"}\n".getBytes(UTF_8);

    private static final String RIGHT_HEX = Openssl.hex(SECRET, BODY);
    private static final String RIGHT_BASE64 = Openssl.base64(SECRET, BODY);
    private static final String WRONG_HEX = Openssl.hex("another", BODY);
    private static final String WRONG_BASE64 = Openssl.base64("another", BODY);

    private final EventSignature genesys = new EventSignature("genesys", List.of(SECRET));
    private final EventSignature cxone = new EventSignature("cxone", List.of("tok-1", "tok-2"));

    @Test
    void hex_is_right_in_either_case() {
        assertThat(genesys.verify(Map.of(HEX, RIGHT_HEX), BODY)).isTrue();
        assertThat(genesys.verify(Map.of(HEX, RIGHT_HEX.toUpperCase(Locale.ROOT)), BODY))
                .isTrue();
        assertThat(genesys.verify(Map.of(HEX, " " + RIGHT_HEX + " "), BODY)).isTrue();
    }

    @Test
    void base64_is_right_with_its_prefix() {
        assertThat(genesys.verify(Map.of(BASE64, RIGHT_BASE64), BODY)).isTrue();
    }

    @Test
    void an_empty_body_and_any_bytes_are_signed_like_others() {
        for (byte[] body : List.of(new byte[0], Openssl.anyBytes(), new byte[100_000])) {
            assertThat(genesys.verify(Map.of(HEX, Openssl.hex(SECRET, body)), body))
                    .isTrue();
            assertThat(genesys.verify(Map.of(BASE64, Openssl.base64(SECRET, body)), body))
                    .isTrue();
        }
    }

    @Test
    void both_headers_must_be_right_when_both_are_there() {
        assertThat(genesys.verify(Map.of(HEX, RIGHT_HEX, BASE64, RIGHT_BASE64), BODY))
                .isTrue();
        assertThat(genesys.verify(Map.of(HEX, RIGHT_HEX, BASE64, WRONG_BASE64), BODY))
                .isFalse();
        assertThat(genesys.verify(Map.of(HEX, WRONG_HEX, BASE64, RIGHT_BASE64), BODY))
                .isFalse();
        assertThat(genesys.verify(Map.of(HEX, "", BASE64, RIGHT_BASE64), BODY)).isFalse();
    }

    @Test
    void no_signature_is_not_right() {
        assertThat(genesys.verify(Map.of(), BODY)).isFalse();
        assertThat(genesys.verify(Map.of(TOKEN, SECRET), BODY)).isFalse();
        assertThat(genesys.verify(Map.of("authorization", RIGHT_HEX), BODY)).isFalse();
    }

    @Test
    void a_single_bit_of_the_body_matters() {
        byte[] changed = BODY.clone();
        changed[changed.length - 1] ^= 1;
        assertThat(genesys.verify(Map.of(HEX, RIGHT_HEX), changed)).isFalse();
        assertThat(genesys.verify(Map.of(BASE64, RIGHT_BASE64), changed)).isFalse();
        assertThat(genesys.verify(Map.of(HEX, RIGHT_HEX), Arrays.copyOf(BODY, BODY.length - 1)))
                .isFalse();
    }

    @Test
    void each_secret_is_valid_while_one_is_rotated() {
        EventSignature rotating = new EventSignature("genesys", EventSignature.secrets("new-secret , " + "old-secret"));
        for (String secret : List.of("new-secret", "old-secret")) {
            assertThat(rotating.verify(Map.of(HEX, Openssl.hex(secret, BODY)), BODY))
                    .as(secret)
                    .isTrue();
            assertThat(rotating.verify(Map.of(BASE64, Openssl.base64(secret, BODY)), BODY))
                    .as(secret)
                    .isTrue();
        }
        assertThat(rotating.verify(
                        Map.of(
                                HEX, Openssl.hex("new-secret", BODY),
                                BASE64, Openssl.base64("old-secret", BODY)),
                        BODY))
                .isTrue();
        assertThat(rotating.verify(Map.of(HEX, Openssl.hex("new-secret , old-secret", BODY)), BODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,"})
    void an_empty_secret_is_none_and_never_right(String list) {
        EventSignature none = new EventSignature("genesys", EventSignature.secrets(list));
        assertThat(none.hasSecret()).isFalse();
        assertThat(none.verify(Map.of(HEX, Openssl.hex("", BODY)), BODY)).isFalse();
        assertThat(none.verify(Map.of(HEX, ""), BODY)).isFalse();
        EventSignature token = new EventSignature("cxone", EventSignature.secrets(list));
        assertThat(token.hasSecret()).isFalse();
        assertThat(token.verify(Map.of(TOKEN, ""), BODY)).isFalse();
        assertThat(token.verify(Map.of(TOKEN, list), BODY)).isFalse();
    }

    @Test
    void an_empty_secret_beside_another_is_not_valid() {
        EventSignature signature = new EventSignature("genesys", EventSignature.secrets("," + SECRET.replace(",", "")));
        assertThat(signature.hasSecret()).isTrue();
        assertThat(signature.verify(Map.of(HEX, Openssl.hex("", BODY)), BODY)).isFalse();
    }

    @Test
    void hex_that_is_cut_or_goes_on_is_not_right() {
        for (int length = 0; length < RIGHT_HEX.length(); length++) {
            assertThat(genesys.verify(Map.of(HEX, RIGHT_HEX.substring(0, length)), BODY))
                    .as("%d digits", length)
                    .isFalse();
        }
        assertThat(genesys.verify(Map.of(HEX, RIGHT_HEX + "00"), BODY)).isFalse();
        assertThat(genesys.verify(Map.of(HEX, RIGHT_HEX + RIGHT_HEX), BODY)).isFalse();
    }

    @Test
    void base64_that_is_cut_or_goes_on_is_not_right() {
        for (int length = 0; length < RIGHT_BASE64.length() - 1; length++) {
            assertThat(genesys.verify(Map.of(BASE64, RIGHT_BASE64.substring(0, length)), BODY))
                    .as("%d characters", length)
                    .isFalse();
        }
        assertThat(genesys.verify(Map.of(BASE64, RIGHT_BASE64 + "AAAA"), BODY)).isFalse();
    }

    @Test
    void a_header_does_not_take_the_others_format() {
        assertThat(genesys.verify(Map.of(HEX, RIGHT_BASE64), BODY)).isFalse();
        assertThat(genesys.verify(Map.of(HEX, RIGHT_BASE64.substring(7)), BODY)).isFalse();
        assertThat(genesys.verify(Map.of(BASE64, RIGHT_HEX), BODY)).isFalse();
        assertThat(genesys.verify(Map.of(BASE64, "sha256=" + RIGHT_HEX), BODY)).isFalse();
        assertThat(genesys.verify(Map.of(BASE64, RIGHT_BASE64.substring(7)), BODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "sha256=", "0x", "zz", "=", "\u0000", "\u0660\u0661", "sha256", "null", "[]", "\uff11"})
    void what_is_no_signature_is_refused_and_breaks_nothing(String header) {
        assertThat(genesys.verify(Map.of(HEX, header), BODY)).isFalse();
        assertThat(genesys.verify(Map.of(BASE64, header), BODY)).isFalse();
        assertThat(genesys.verify(Map.of(BASE64, "sha256=" + header), BODY)).isFalse();
        assertThat(cxone.verify(Map.of(TOKEN, header), BODY)).isFalse();
    }

    @Test
    void cxone_sends_a_fixed_token_whatever_the_body() {
        assertThat(cxone.verify(Map.of(TOKEN, "tok-1"), BODY)).isTrue();
        assertThat(cxone.verify(Map.of(TOKEN, "tok-2"), new byte[0])).isTrue();
        for (String wrong : List.of("tok-3", "tok-", "tok-11", "TOK-1", "tok-1,tok-2", "")) {
            assertThat(cxone.verify(Map.of(TOKEN, wrong), BODY)).as(wrong).isFalse();
        }
    }

    @Test
    void each_vendor_has_its_own_headers() {
        assertThat(cxone.verify(Map.of(HEX, Openssl.hex("tok-1", BODY)), BODY)).isFalse();
        assertThat(cxone.verify(Map.of(), BODY)).isFalse();
        assertThat(genesys.expected()).isEqualTo("X-Genesys-Signature or X-Hub-Signature-256");
        assertThat(cxone.expected()).isEqualTo("X-QA-Signature");
    }
}
