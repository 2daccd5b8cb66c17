package io.transcripthub.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.audit.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An engine in the vendor's words: bodies of requests, as the tutorial shows them. */
final class EngineBodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private EngineBodies() {}

    /** Of the POST that makes the version. */
    static Map<String, Object> creation(Engine engine) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", engine.name());
        body.putAll(description(engine));
        body.putAll(split(engine.trafficSplit()));
        body.put("version", engine.version());
        return body;
    }

    /** What of it the vendor may be told anew. */
    static Map<String, Object> description(Engine engine) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("description", engine.description());
        body.put("acousticModelId", engine.acousticModelId());
        body.put("languageProfileId", engine.languageProfileId());
        if (engine.grammar() != null) {
            body.put("grammarConstraints", List.of(members(engine.grammar())));
        }
        body.put("noiseSuppression", engine.noiseSuppression().enabled());
        body.put("acousticFeatureExtraction", engine.acousticFeatureExtraction().mode());
        return body;
    }

    static Map<String, Object> split(int percent) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("trafficSplit", percent);
        body.put("abTestingEnabled", percent > 0);
        return body;
    }

    static Map<String, Object> audio(Engine engine) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("noiseSuppression", members(engine.noiseSuppression()));
        options.put("acousticFeatureExtraction", members(engine.acousticFeatureExtraction()));
        return Map.of("audioProcessingOptions", options);
    }

    static Map<String, Object> webhook(Engine.Webhook webhook, String engineId) {
        Map<String, Object> body = members(webhook);
        Object events = body.remove("eventTypes");
        body.put("filter", Map.of("eventTypes", events, "speechEngineIds", List.of(engineId)));
        return body;
    }

    static Map<String, Object> members(Object value) {
        return JSON.convertValue(value, MEMBERS);
    }

    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** SHA-256, in hexadecimal digits, of a value's form by RFC 8785. */
    static String digest(Object value) {
        try {
            byte[] canonical = CanonicalJson.of(value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
