package io.transcripthub.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** OAuth 2.0 client credentials (RFC 6749, section 4.4), the client authenticated by HTTP Basic or in the form. */
final class Tokens {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final String CREDENTIALS = SandboxDefaults.CLIENT_ID + ":" + SandboxDefaults.CLIENT_SECRET;

    private final Map<String, Long> expiry = new ConcurrentHashMap<>();
    private final InstantSource time;
    private final Recorder recorder;

    Tokens(InstantSource time, Recorder recorder) {
        this.time = time;
        this.recorder = recorder;
    }

    Answer issue(String authorization, String form, Duration lifetime) {
        Map<String, List<String>> fields;
        try {
            fields = new QueryStringDecoder(form, UTF_8, false).parameters();
        } catch (IllegalArgumentException e) {
            return Answer.error(400, "invalid_request", "The body is not form-encoded.");
        }
        if (!first(fields, "grant_type").equals("client_credentials")) {
            return Answer.error(400, "unsupported_grant_type", "grant_type: expected client_credentials.");
        }
        if (!credentials(authorization, fields).equals(CREDENTIALS)) {
            return Answer.error(401, "invalid_client", "client_id or client_secret is wrong.");
        }
        return Answer.json(200, issue(lifetime));
    }

    /** Whether an Authorization header holds a token that is still good. */
    boolean accept(String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        Long end = expiry.get(authorization.substring(BEARER.length()));
        return end != null && time.millis() < end;
    }

    void revokeAll() {
        expiry.clear();
    }

    private JsonObject issue(Duration lifetime) {
        long now = time.millis();
        expiry.values().removeIf(end -> end <= now);
        String token = UUID.randomUUID().toString();
        expiry.put(token, now + lifetime.toMillis());
        recorder.tokenIssued();
        return new JsonObject()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", lifetime.toSeconds());
    }

    private static String credentials(String authorization, Map<String, List<String>> fields) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return first(fields, "client_id") + ":" + first(fields, "client_secret");
        }
        try {
            return new String(Base64.getDecoder().decode(authorization.substring(BASIC.length())), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String first(Map<String, List<String>> fields, String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : values.get(0);
    }
}
