package io.transcripthub.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks by Standard Webhooks 1.0.0 (standardwebhooks.com): HMAC-SHA256 over {@code id.timestamp.body}, written
 * {@code v1,<base64>}. Threads may share it.
 */
public final class StandardWebhook {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /**
     * @param secrets {@code whsec_<base64>}; several while they are rotated, newest first, separated by comma or space
     * @throws IllegalArgumentException if they are written otherwise; the message does not show them
     */
    public StandardWebhook(String secrets) {
        keys = Arrays.stream(secrets.split("[,\\s]+"))
                .filter(secret -> !secret.isEmpty())
                .map(StandardWebhook::key)
                .toList();
        if (keys.isEmpty()) {
            throw unexpected("none");
        }
    }

    /**
     * The headers that go with a body.
     *
     * @param id of the event, the same over all attempts
     * @param timestamp of this attempt, cut to seconds
     * @param body raw bytes as sent
     * @return webhook-id, webhook-timestamp (Unix seconds) and webhook-signature, which has one signature a secret,
     *     space-separated
     */
    public Map<String, String> headers(String id, Instant timestamp, byte[] body) {
        String seconds = Long.toString(timestamp.getEpochSecond());
        return Map.of(ID, id, TIMESTAMP, seconds, SIGNATURE, signatures(id, seconds, body));
    }

    /**
     * Whether a request was signed with one of the secrets not longer ago, and not further ahead, than the tolerance.
     *
     * @param headers of the request, names in any case
     * @param body raw bytes as received
     */
    public boolean verify(Map<String, String> headers, byte[] body, Instant now, Duration tolerance) {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        return anyCase.keySet().containsAll(List.of(ID, TIMESTAMP, SIGNATURE))
                && isTimely(anyCase.get(TIMESTAMP), now, tolerance)
                && isSigned(anyCase, body);
    }

    private boolean isSigned(Map<String, String> headers, byte[] body) {
        boolean signed = false;
        for (SecretKeySpec key : keys) {
            byte[] expected = utf8(signature(key, headers.get(ID), headers.get(TIMESTAMP), body));
            for (String found : headers.get(SIGNATURE).split(" ", -1)) {
                signed |= MessageDigest.isEqual(expected, utf8(found));
            }
        }
        return signed;
    }

    private static boolean isTimely(String seconds, Instant now, Duration tolerance) {
        try {
            Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now);
            return apart.abs().compareTo(tolerance) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException malformed) {
            return false;
        }
    }

    private String signatures(String id, String seconds, byte[] body) {
        return keys.stream().map(key -> signature(key, id, seconds, body)).collect(Collectors.joining(" "));
    }

    private static String signature(SecretKeySpec key, String id, String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static SecretKeySpec key(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() == PREFIX.length()) {
            throw unexpected("another form");
        }
        try {
            return new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM);
        } catch (IllegalArgumentException notBase64) {
            throw unexpected("something that is not Base64 after " + PREFIX);
        }
    }

    private static IllegalArgumentException unexpected(String found) {
        return new IllegalArgumentException(
                "expected webhook secrets as whsec_<base64>, separated by comma or space, found " + found);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
