package io.transcripthub.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A job's id follows from what was asked for, so that asking twice finds the same job. */
final class JobId {
    private static final int BYTES = 12;

    private JobId() {}

    static String of(String account, String kind, String externalId, String language, Map<String, Object> options) {
        String identity = String.join("\n", account, kind, externalId, language, new TreeMap<>(options).toString());
        return "job_" + HexFormat.of().formatHex(sha256(identity), 0, BYTES);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
