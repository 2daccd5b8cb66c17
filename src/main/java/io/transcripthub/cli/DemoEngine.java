package io.transcripthub.cli;

import io.transcripthub.cli.DemoReport.Engine;

/** The speech engine that the demo applies, as a user would: a plan, an apply, and a plan that finds nothing to do. */
final class DemoEngine {
    private static final String FILE =
            """
            name: Support line
            description: Made by ./hub demo
            version: 1.0.0
            acousticModelId: us-en-acoustic-model-v4
            languageProfileId: us-en-language-profile
            trafficSplit: 10
            grammar:
              type: list
              content:
                words: [refund, warranty, wallet]
            noiseSuppression:
              algorithm: spectralSubtraction
              noiseFloorDb: -45
            acousticFeatureExtraction:
              mode: high_decibel
            """;

    private DemoEngine() {}

    static Engine applied(RunningHub hub) {
        EngineReply plan = hub.engines("plan", FILE);
        EngineReply apply = hub.engines("apply", FILE);
        EngineReply again = hub.engines("plan", FILE);
        boolean done = apply.error() == null && again.error() == null && !again.changes();
        return new Engine("Support line 1.0.0", plan.lines().size(), done);
    }
}
