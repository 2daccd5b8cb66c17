package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds dead letters in a job as the API shows it. */
final class DeadLetters {
    private DeadLetters() {}

    static boolean has(JsonNode job) {
        for (JsonNode delivery : job.path("deliveries")) {
            if (delivery.asText().equals("DEAD")) {
                return true;
            }
        }
        return false;
    }
}
