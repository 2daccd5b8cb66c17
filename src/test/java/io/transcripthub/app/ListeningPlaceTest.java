package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.settings.InvalidSetting;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningPlaceTest {
    @TempDir
    private Path dir;

    @Test
    void a_hub_whose_port_is_taken_does_not_start_and_names_the_key() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            assertThatExceptionOfType(InvalidSetting.class)
                    .isThrownBy(() -> TestHub.start(dir, sandbox, "hub.http.port", port))
                    .withMessageStartingWith("hub.http.port: expected 127.0.0.1:" + port + " to be free, found: ");
        }
    }
}
