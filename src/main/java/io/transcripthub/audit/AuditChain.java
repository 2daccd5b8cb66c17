package io.transcripthub.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes the lines of a hash chain. A line is a JSON object with {@code seq}, {@code prevHash} (the hash of the line
 * before it) and {@code hash}, so that no line can be changed, removed, added or moved without all later hashes.
 */
public final class AuditChain {
    private static final List<String> RESERVED = List.of("seq", "prevHash", "hash");

    private AuditChain() {}

    /**
     * The line that follows a head.
     *
     * @param entry what happened, of JSON values; {@code timestamp} (ISO-8601 instant in UTC, such as
     *     {@code 2026-03-01T12:00:00Z}) is required and decides the day's file
     * @throws IllegalArgumentException if the timestamp is missing or no such instant, if {@code seq}, {@code prevHash}
     *     or {@code hash} is present, or if a value is not JSON
     */
    public static AuditLine next(ChainHead head, Map<String, Object> entry) {
        timestamp(entry);
        refuseReserved(entry);
        Map<String, Object> members = new HashMap<>(entry);
        members.put("seq", head.seq() + 1);
        members.put("prevHash", head.hash());
        String hash = hash(members);
        members.put("hash", hash);
        return new AuditLine(head.seq() + 1, hash, CanonicalJson.of(members));
    }

    static Instant timestamp(Map<String, Object> members) {
        if (!(members.get("timestamp") instanceof String text) || !text.endsWith("Z")) {
            throw new IllegalArgumentException("timestamp: expected an ISO-8601 instant in UTC, found "
                    + (members.get("timestamp") == null ? "none" : "something else"));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("timestamp: expected an ISO-8601 instant in UTC, found something else");
        }
    }

    /** @param members of a line, without {@code hash} */
    static String hash(Map<String, Object> members) {
        try {
            byte[] canonical = CanonicalJson.of(members).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void refuseReserved(Map<String, Object> entry) {
        RESERVED.stream().filter(entry::containsKey).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(name + ": is assigned by the chain, not by the entry");
        });
    }
}
