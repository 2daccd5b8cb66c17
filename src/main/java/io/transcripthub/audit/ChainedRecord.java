package io.transcripthub.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What the chain needs of a line whose own hash is right. */
record ChainedRecord(long seq, String prevHash, String hash, LocalDate day) {
    private static final ObjectReader JSON_OBJECT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    /**
     * @param line UTF-8, without line feed
     * @throws AuditChainBroken if the line is not what {@link AuditChain#next} makes of its own members
     */
    static ChainedRecord read(byte[] line) {
        Map<String, Object> members = parse(line);
        requireCanonical(members, line);
        ChainedRecord found = of(members);
        requireHash(members);
        return found;
    }

    static Optional<ChainedRecord> ifGood(byte[] line) {
        try {
            return Optional.of(read(line));
        } catch (AuditChainBroken bad) {
            return Optional.empty();
        }
    }

    ChainHead head() {
        return new ChainHead(seq, hash);
    }

    boolean follows(ChainHead head) {
        return seq == head.seq() + 1 && prevHash.equals(head.hash());
    }

    /** @throws AuditChainBroken naming what was expected and found */
    void requireFollows(ChainHead head) {
        if (seq != head.seq() + 1) {
            throw new AuditChainBroken("expected seq " + (head.seq() + 1) + ", found " + seq);
        }
        if (!follows(head)) {
            throw new AuditChainBroken("prevHash: expected " + head.hash() + ", found " + prevHash);
        }
    }

    private static Map<String, Object> parse(byte[] line) {
        try {
            Map<String, Object> members = JSON_OBJECT.readValue(line);
            if (members != null) {
                return members;
            }
        } catch (IOException notJson) {
            // its message would quote the line
        }
        throw new AuditChainBroken("expected a JSON object, found something else");
    }

    private static void requireCanonical(Map<String, Object> members, byte[] line) {
        try {
            if (Arrays.equals(CanonicalJson.of(members).getBytes(StandardCharsets.UTF_8), line)) {
                return;
            }
        } catch (IllegalArgumentException notCanonical) {
            // its message might quote the line
        }
        throw new AuditChainBroken("expected canonical JSON, found another form of it");
    }

    private static ChainedRecord of(Map<String, Object> members) {
        try {
            return new ChainedRecord(
                    ((Number) members.get("seq")).longValue(),
                    members.get("prevHash").toString(),
                    members.get("hash").toString(),
                    AuditChain.timestamp(members).atZone(ZoneOffset.UTC).toLocalDate());
        } catch (IllegalArgumentException | ClassCastException | NullPointerException malformed) {
            throw new AuditChainBroken("expected seq, prevHash, hash and a timestamp in UTC, found others");
        }
    }

    private static void requireHash(Map<String, Object> members) {
        Object found = members.remove("hash");
        String expected = AuditChain.hash(members);
        if (!expected.equals(found)) {
            throw new AuditChainBroken("hash: expected " + expected + ", found " + found);
        }
    }
}
