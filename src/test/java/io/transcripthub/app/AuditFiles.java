package io.transcripthub.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.audit.AuditVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands in the audit log of a hub. */
record AuditFiles(Path dir) {
    static AuditFiles of(Path dir) {
        return new AuditFiles(dir.resolve("data").resolve("audit"));
    }

    AuditVerification verification() throws IOException {
        return AuditVerification.verify(dir);
    }

    List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        if (!Files.exists(dir)) {
            return lines;
        }
        for (Path file : TestHub.files(dir)) {
            if (file.toString().endsWith(".jsonl")) {
                for (String line : Files.readAllLines(file)) {
                    lines.add(HubClient.JSON.readTree(line));
                }
            }
        }
        return lines;
    }

    List<JsonNode> lines(String action) throws IOException {
        return lines().stream()
                .filter(line -> line.path("action").asText().equals(action))
                .toList();
    }

    /** How many lines of an action each job has. */
    Map<String, Long> byJob(String action) throws IOException {
        return lines(action).stream()
                .collect(Collectors.groupingBy(line -> line.path("jobId").asText(), Collectors.counting()));
    }
}
