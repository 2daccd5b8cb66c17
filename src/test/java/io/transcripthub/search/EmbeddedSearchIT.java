package io.transcripthub.search;

import static io.transcripthub.search.IndexResult.Outcome.INDEXED;
import static io.transcripthub.search.IndexResult.Outcome.RETRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSearchIT {
    private static final Path JARS = Path.of("target/search-server");
    private static final List<IndexItem> ITEM = List.of(new IndexItem("a", "{\"text\":\"words\"}"));

    @TempDir
    Path folder;

    @Test
    void it_comes_back_with_its_documents_and_an_index_copes_with_its_absence_before_and_between() throws IOException {
        int port = freePort();
        SearchServer server = SearchServer.of("http://127.0.0.1:" + port, "", "", "");
        try (SearchIndex index = new SearchIndex(server, "transcripts")) {
            assertThat(index.index(ITEM)).containsExactly(unreachable(server));
            try (EmbeddedSearch first = EmbeddedSearch.start(folder, JARS, port)) {
                assertThat(first.startTime()).isPositive();
                assertThat(index.index(ITEM)).extracting(IndexResult::outcome).containsExactly(INDEXED);
            }

            assertThat(index.index(ITEM)).containsExactly(unreachable(server));
            assertThatExceptionOfType(SearchUnavailable.class).isThrownBy(() -> index.search("words", 10));
            try (EmbeddedSearch second = EmbeddedSearch.start(folder, JARS, port)) {
                assertThat(second.address()).hasPort(port);
                assertThat(index.search("words", 10).total()).isEqualTo(1);
                assertThat(index.index(ITEM)).extracting(IndexResult::outcome).containsExactly(INDEXED);
            }
        }
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

    private static IndexResult unreachable(SearchServer server) {
        return new IndexResult("a", RETRY, "search server " + server + " cannot be reached: Connection refused");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
