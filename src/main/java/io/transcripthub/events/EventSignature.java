package io.transcripthub.events;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether an event comes from the vendor. Genesys Cloud signs the raw body by HMAC-SHA256, CXone sends a fixed token;
 * either is compared in a time that does not depend on what was sent.
 */
public final class EventSignature {
    private static final String HEX = "x-genesys-signature";
    private static final String BASE64 = "x-hub-signature-256";
    private static final String TOKEN = "x-qa-signature";
    private static final String SHA256 = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    private final boolean token;
    private final List<byte[]> secrets;

    /**
     * @param type of the account, {@code cxone} or {@code genesys}
     * @param secrets as text; each is valid
     */
    public EventSignature(String type, List<String> secrets) {
        this.token = type.equals("cxone");
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Without a secret nothing can be told. */
    public boolean hasSecret() {
        return !secrets.isEmpty();
    }

    /** The headers that are looked at, for a caller who was refused. */
    public String expected() {
        return token ? "X-QA-Signature" : "X-Genesys-Signature or X-Hub-Signature-256";
    }

    /**
     * @param headers by their names in lower case
     * @param body raw bytes as they came
     * @return whether a signature is there, and all that are there are right
     */
    public boolean verify(Map<String, String> headers, byte[] body) {
        return token ? isRight(headers.get(TOKEN), given -> isToken(given)) : isSigned(headers, body);
    }

    private boolean isSigned(Map<String, String> headers, byte[] body) {
        String hex = headers.get(HEX);
        String base64 = headers.get(BASE64);
        return (hex != null || base64 != null)
                && (hex == null || isRight(hex, given -> isHmac(fromHex(given), body)))
                && (base64 == null || isRight(base64, given -> isHmac(fromBase64(given), body)));
    }

    private static boolean isRight(String given, Predicate<String> check) {
        try {
            return given != null && check.test(given.trim());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static byte[] fromHex(String text) {
        return HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
    }

    private static byte[] fromBase64(String text) {
        if (!text.startsWith(SHA256)) {
            throw new IllegalArgumentException("expected sha256=");
        }
        return Base64.getDecoder().decode(text.substring(SHA256.length()));
    }

    /** All secrets are tried, so that the time does not tell which one is right. */
    private boolean isHmac(byte[] given, byte[] body) {
        boolean any = false;
        for (byte[] secret : secrets) {
            any |= MessageDigest.isEqual(hmac(secret, body), given);
        }
        return any;
    }

    /** Digests are compared, so that the time does not tell how long the token is. */
    private boolean isToken(String given) {
        byte[] digest = sha256(given.getBytes(StandardCharsets.UTF_8));
        boolean any = false;
        for (byte[] secret : secrets) {
            any |= MessageDigest.isEqual(sha256(secret), digest);
        }
        return any;
    }

    private static byte[] hmac(byte[] secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** @param list comma-separated, as in the configuration */
    public static List<String> secrets(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }
}
