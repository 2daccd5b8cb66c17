package io.transcripthub.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a vendor shows that an event is its own: CXone by the secret itself, Genesys Cloud by HMAC-SHA256 over the raw body,
 * in two headers by turns.
 */
final class EventSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private final Vendor vendor;
    private final String secret;

    /** @param secret empty to sign nothing */
    EventSignature(Vendor vendor, String secret) {
        this.vendor = vendor;
        this.secret = secret;
    }

    /** @param number of the event, which says whose turn it is */
    void sign(RequestOptions request, Buffer body, long number) {
        if (secret.isEmpty()) {
            return;
        }
        if (vendor == Vendor.CXONE) {
            request.putHeader("X-QA-Signature", secret);
        } else if (number % 2 == 0) {
            request.putHeader("X-Genesys-Signature", HexFormat.of().formatHex(hmac(body)));
        } else {
            request.putHeader(
                    "X-Hub-Signature-256", "sha256=" + Base64.getEncoder().encodeToString(hmac(body)));
        }
    }

    private byte[] hmac(Buffer body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(body.getBytes());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
