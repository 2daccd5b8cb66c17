package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeansTest {
    @Test
    void every_bean_that_routes_may_refer_to_is_bound(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Settings settings = Settings.load(folder.resolve("none"), Map.of(), TestHub.settings(folder, sandbox));
            try (HubApplication hub = HubApplication.start(settings, Path.of("routes"), InstantSource.system())) {
                assertThat(Beans.NAMES)
                        .allSatisfy(name -> assertThat(hub.camel().getRegistry().lookupByName(name))
                                .isNotNull());
            }
        }
    }
}
