package io.transcripthub.ledger;

import java.util.Map;

/**
 * What was asked for, as intake accepted it.
 *
 * @param jobId follows from account, kind, externalId, language and options, so that the same request is the same job
 * @param kind {@code recording}, {@code media} or {@code chat}
 * @param externalId the vendor's name for the recording or media, the interactionId of a chat
 * @param language BCP 47 tag, empty for a chat
 * @param options the vendor's flags by their JSON names
 * @param reference redacted human transcript to score against, or null
 * @param engine name of the speech engine to score for, or null
 */
public record Recording(
        String jobId,
        String account,
        String kind,
        String externalId,
        String language,
        Map<String, Object> options,
        String reference,
        String engine) {
    public Recording {
        options = Map.copyOf(options);
    }

    /** Whether the vendor masks profanity; null when that is not known. */
    public Object masksProfanity() {
        return options.containsKey("profanityFilter")
                ? options.get("profanityFilter").equals("on")
                : options.get("profanityMasking");
    }

    /** Whether the vendor tells speakers apart; null when that is not known. */
    public Object tellsSpeakers() {
        return options.getOrDefault("diarization", options.get("speakerDiarization"));
    }

    /** What outputs call the externalId. */
    public String idName() {
        return switch (kind) {
            case "media" -> "mediaId";
            case "chat" -> "interactionId";
            default -> "recordingId";
        };
    }

    /** What outputs call the vendor's id. */
    String vendorIdName() {
        return kind.equals("chat") ? "conversationId" : "transcriptionId";
    }
}
