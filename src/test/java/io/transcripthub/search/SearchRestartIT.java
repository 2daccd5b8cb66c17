package io.transcripthub.search;

import static io.transcripthub.search.IndexResult.Outcome.INDEXED;
import static io.transcripthub.search.IndexResult.Outcome.RETRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchRestartIT {
    private static final List<IndexItem> ITEM = List.of(new IndexItem("a", "{\"text\":\"words\"}"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(ServerUnderTest.class)
    void an_index_copes_with_the_absence_of_its_server_before_and_between(ServerUnderTest kind) throws IOException {
        int port = freePort();
        SearchServer server = SearchServer.of("http://127.0.0.1:" + port, "", "", "");
        try (SearchIndex index = new SearchIndex(server, "transcripts")) {
            assertThat(index.index(ITEM)).containsExactly(unreachable(server));
            try (RunningServer first = kind.start(folder, port)) {
                assertThat(first.address()).hasPort(port);
                assertThat(index.index(ITEM)).extracting(IndexResult::outcome).containsExactly(INDEXED);
            }

            assertThat(index.index(ITEM)).containsExactly(unreachable(server));
            assertThatExceptionOfType(SearchUnavailable.class).isThrownBy(() -> index.search("words", 10));
            try (RunningServer second = kind.start(folder, port)) {
                assertThat(second.address()).hasPort(port);
                assertThat(index.search("words", 10).total()).isEqualTo(1);
                assertThat(index.index(ITEM)).extracting(IndexResult::outcome).containsExactly(INDEXED);
                assertThat(index.search("words", 10).total()).isEqualTo(1);
            }
        }
    }

    private static IndexResult unreachable(SearchServer server) {
        return new IndexResult("a", RETRY, "search server " + server + " cannot be reached: Connection refused");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
