package io.transcripthub.search;

import static io.transcripthub.search.IndexResult.Outcome.INDEXED;
import static io.transcripthub.search.IndexResult.Outcome.RETRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
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
    void it_comes_back_on_its_port_with_its_documents_and_the_index_copes_with_its_absence() {
        EmbeddedSearch first = EmbeddedSearch.start(folder, JARS, 0);
        try (SearchIndex index = new SearchIndex(SearchServer.of(first.address()), "transcripts")) {
            assertThat(index.index(ITEM)).extracting(IndexResult::outcome).containsExactly(INDEXED);
            first.close();

            IndexResult away = index.index(ITEM).get(0);
            assertThat(away.outcome()).isEqualTo(RETRY);
            assertThat(away.reason()).contains(first.address() + " cannot be reached");
            assertThatExceptionOfType(SearchUnavailable.class).isThrownBy(() -> index.search("words", 10));

            try (EmbeddedSearch second =
                    EmbeddedSearch.start(folder, JARS, first.address().getPort())) {
                assertThat(second.address()).isEqualTo(first.address());
                assertThat(index.search("words", 10).total()).isEqualTo(1);
                assertThat(index.index(ITEM)).extracting(IndexResult::outcome).containsExactly(INDEXED);
            }
        }
    }

    @Test
    void an_index_that_was_made_before_its_server_works_once_the_server_is_there() throws IOException {
        int port = freePort();
        SearchServer expected = SearchServer.of("http://127.0.0.1:" + port, "", "", "");
        try (SearchIndex index = new SearchIndex(expected, "transcripts")) {
            assertThat(index.index(ITEM)).extracting(IndexResult::outcome).containsExactly(RETRY);
            try (EmbeddedSearch server = EmbeddedSearch.start(folder, JARS, port)) {
                assertThat(index.index(ITEM)).extracting(IndexResult::outcome).containsExactly(INDEXED);
                assertThat(server.startTime()).isPositive();
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

    @Test
    void its_log_quotes_no_document() throws IOException {
        try (EmbeddedSearch server = EmbeddedSearch.start(folder, JARS, 0);
                SearchIndex index = new SearchIndex(SearchServer.of(server.address()), "transcripts")) {
            index.index(List.of(new IndexItem("a", "{\"indexed_at\":\"Jane\"}"), new IndexItem("b", "Jane")));
            index.search("Jane", 1);
        }

        assertThat(Files.readString(folder.resolve("logs/server.log"))).doesNotContain("Jane");
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
