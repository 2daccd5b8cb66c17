package io.transcripthub.app;

import io.transcripthub.api.EnginesApi;
import io.transcripthub.dispatch.EngineFailure;
import io.transcripthub.dispatch.RetryAfterDelay;
import io.transcripthub.engines.SpeechEngines;
import io.transcripthub.settings.Settings;
import java.time.InstantSource;
import java.util.List;
import org.apache.camel.main.Main;

/** What the routes about speech engines refer to. */
final class EngineBeans {
    private EngineBeans() {}

    static void bind(Main main, Settings settings, OpenLedger open, InstantSource clock) {
        List<String> told = settings.has("webhook.url") ? List.of("webhook") : List.of();
        SpeechEngines engines = new SpeechEngines(open.engines(told), clock);
        EnginesApi api = new EnginesApi(engines, open.accounts(), open.doorbell());
        main.bind("speechEngines", engines);
        main.bind("enginesApi", api);
        main.bind("engineFailure", new EngineFailure(api, engines, clock));
        main.bind("retryAfter", new RetryAfterDelay());
    }
}
