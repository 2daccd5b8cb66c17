package io.transcripthub.engines;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A version of a speech engine as its file says it. Members that the file leaves out are null where the vendor decides.
 *
 * @param trafficSplit percent of inbound sessions at first
 * @param grammar null for none
 * @param promotion null when the file has no rules for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Engine(
        String name,
        String description,
        String version,
        String acousticModelId,
        String languageProfileId,
        int trafficSplit,
        Grammar grammar,
        NoiseSuppression noiseSuppression,
        AcousticFeatures acousticFeatureExtraction,
        List<Webhook> webhooks,
        Promotion promotion) {
    public Engine {
        noiseSuppression = noiseSuppression == null ? new NoiseSuppression(null, null, null) : noiseSuppression;
        acousticFeatureExtraction = acousticFeatureExtraction == null
                ? new AcousticFeatures(null, null, null, null, null)
                : acousticFeatureExtraction;
        webhooks = webhooks == null ? List.of() : List.copyOf(webhooks);
    }

    /**
     * @param type {@code json}, {@code list} or {@code grxml}
     * @param content of {@code json} and {@code list}; of {@code grxml} the text of the file, once that was read
     * @param file of {@code grxml}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Grammar(String type, Map<String, Object> content, String file) {}

    /** @param noiseFloorDb in decibels */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoiseSuppression(Boolean enabled, String algorithm, Number noiseFloorDb) {
        public NoiseSuppression {
            enabled = enabled == null || enabled;
        }
    }

    /** @param mode {@code standard}, {@code enhanced} or {@code high_decibel} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AcousticFeatures(
            Boolean enabled, String mode, Number preemphasisCoefficient, Number frameSizeMs, Number hopSizeMs) {
        public AcousticFeatures {
            enabled = enabled == null || enabled;
            mode = mode == null ? "standard" : mode;
        }
    }

    /** Whom the vendor tells of changes. Its headers are secrets. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Webhook(
            String name,
            String callbackUrl,
            List<String> eventTypes,
            Map<String, String> headers,
            Map<String, Integer> retryPolicy) {}

    /**
     * When the split may be moved.
     *
     * @param steps percents, rising
     * @param maxErrorRate a fraction
     * @param minSamples fewer recognitions are too few to say
     * @param minSpeechSeconds the same where the vendor gives no counts
     */
    public record Promotion(List<Integer> steps, double maxErrorRate, Long minSamples, Double minSpeechSeconds) {
        public Promotion {
            minSamples = minSamples == null ? 1 : minSamples;
            minSpeechSeconds = minSpeechSeconds == null ? 0 : minSpeechSeconds;
        }
    }
}
