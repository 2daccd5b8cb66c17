package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DoctorCommandTest {
    private static final String SECRET = "hunter2-hunter2";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_configuration_is_shown_with_where_it_comes_from_and_no_secret() throws IOException {
        Path file = Files.writeString(
                folder.resolve("hub.properties"),
                """
                # a comment
                webhook.url=http://user:%1$s@127.0.0.1:9/?token=%1$s
                search.password=%1$s
                hub.api-key=%1$s
                camel.ssl.keystorePassword=%1$s
                polling.deadline=7m
                """
                        .formatted(SECRET));
        run("--config=" + file, "--set=hub.data-dir=" + folder, "--set=hub.http.port=0");
        assertThat(out.toString())
                .containsPattern("hub.data-dir +" + folder + " +--set\\R")
                .containsPattern("search.password +\\*{8} +" + file + ":3\\R")
                .containsPattern("cxone.polling.deadline +7m +" + file + ":6\\R")
                .containsPattern("hub.node +\\S+ +default\\R")
                .containsPattern("analytics.topics +5 +default\\R")
                .doesNotContain(SECRET);
        assertThat(err.toString()).doesNotContain(SECRET);
    }

    @Test
    void it_exits_0_when_all_is_well_and_1_when_something_is_not() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            String[] well = {
                "--set=hub.data-dir=" + folder,
                "--set=hub.http.port=0",
                "--set=cxone.recordings.base-url=" + sandbox.baseUrl(),
                "--set=genesys.base-url=" + sandbox.baseUrl()
            };
            assertThat(run(well)).as(out::toString).isZero();
            assertThat(out.toString()).containsPattern("routes +OK, \\d+ routes in \\d+ files: all right");
            String[] unwell = well.clone();
            unwell[3] = "--set=genesys.base-url=http://127.0.0.1:9";
            assertThat(run(unwell)).isEqualTo(1);
        }
    }

    @Test
    void a_wrong_configuration_is_said_and_exits_2() {
        assertThat(run("--set=hub.inbx=x")).isEqualTo(2);
        assertThat(err.toString()).startsWith("hub: --set: unknown key 'hub.inbx'; did you mean 'hub.inbox'?");
    }

    private int run(String... arguments) {
        return HubCommand.failing(new CommandLine(new DoctorCommand()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
