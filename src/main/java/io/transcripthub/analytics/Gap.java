package io.transcripthub.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A conversation without a transcript.
 *
 * @param status {@code absent} or {@code failed}
 * @param reason with the HTTP status, where there was one
 */
record Gap(@JsonProperty("conversation_id") String conversationId, String account, String status, String reason) {
    static Gap of(Interaction interaction) {
        String status =
                switch (interaction.row().status()) {
                    case ABSENT -> "absent";
                    case FAILED, WANTED, FETCHED -> "failed";
                };
        String reason = interaction.row().reason();
        return new Gap(
                interaction.id(), interaction.row().account(), status, reason == null ? "not asked for yet" : reason);
    }
}
