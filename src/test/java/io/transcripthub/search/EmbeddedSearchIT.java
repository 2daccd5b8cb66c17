package io.transcripthub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSearchIT {
    private static final Path JARS = Path.of("target/search-server");

    @TempDir
    Path folder;

    @Test
    void what_it_cannot_read_is_not_logged() {
        try (EmbeddedSearch server = EmbeddedSearch.start(folder, JARS, 0);
                SearchIndex index = new SearchIndex(SearchServer.of(server.address()), "transcripts")) {
            assertThat(server.startTime()).isPositive();
            index.index(List.of(new IndexItem("a", "Jane said")));
        }
        assertThat(folder.resolve("logs/server.log")).content().doesNotContain("Jane");
    }

    @Test
    void after_a_kill_all_that_was_acknowledged_is_there() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IndexingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long acknowledged = 0;
        try (BufferedReader output = process.inputReader()) {
            while (acknowledged < 300) {
                acknowledged = Long.parseLong(output.readLine());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (EmbeddedSearch server = EmbeddedSearch.start(folder, JARS, 0);
                SearchIndex index = new SearchIndex(SearchServer.of(server.address()), "transcripts")) {
            assertThat(index.search("words", 1).total()).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void two_servers_do_not_share_a_folder_or_a_port() {
        try (EmbeddedSearch server = EmbeddedSearch.start(folder, JARS, 0)) {
            int port = server.address().getPort();
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedSearch.start(folder, JARS, 0))
                    .withMessage("embedded search: its data folder is in use by another server");
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedSearch.start(folder.resolve("other"), JARS, port))
                    .withMessage("embedded search: Failed to bind to 127.0.0.1:" + port);
        }
    }

    @Test
    void missing_jars_are_named() {
        Path missing = folder.resolve("none");

        assertThatIllegalStateException()
                .isThrownBy(() -> EmbeddedSearch.start(folder, missing, 0))
                .withMessageStartingWith("embedded search: expected the server's jars in " + missing);
    }
}
