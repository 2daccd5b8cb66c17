package io.transcripthub.engines;

import io.transcripthub.engines.Engine.AcousticFeatures;
import io.transcripthub.engines.Engine.Promotion;
import java.util.HashSet;
import java.util.Set;

/** What a schema cannot say of an engine. */
final class EngineRules {
    private final Problems problems;

    EngineRules(Problems problems) {
        this.problems = problems;
    }

    void check(Engine engine) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < engine.webhooks().size(); i++) {
            String name = engine.webhooks().get(i).name();
            if (!names.add(name)) {
                problems.expected("webhooks[" + i + "].name", "another one for each webhook", "'" + name + "' twice");
            }
        }
        frames(engine.acousticFeatureExtraction());
        if (engine.promotion() != null) {
            steps(engine.promotion());
        }
    }

    private void frames(AcousticFeatures features) {
        boolean both = features.frameSizeMs() != null && features.hopSizeMs() != null;
        if (both && features.hopSizeMs().doubleValue() > features.frameSizeMs().doubleValue()) {
            problems.expected(
                    "acousticFeatureExtraction.hopSizeMs",
                    "at most frameSizeMs, " + features.frameSizeMs(),
                    features.hopSizeMs());
        }
    }

    private void steps(Promotion promotion) {
        for (int i = 1; i < promotion.steps().size(); i++) {
            if (promotion.steps().get(i) <= promotion.steps().get(i - 1)) {
                problems.expected(
                        "promotion.steps[" + i + "]",
                        "more than the step before, " + promotion.steps().get(i - 1),
                        promotion.steps().get(i));
            }
        }
    }
}
