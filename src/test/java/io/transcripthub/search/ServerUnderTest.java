package io.transcripthub.search;

import java.net.URI;
import java.nio.file.Path;

/** The search servers that the hub is tested against, each in the version that {@code pom.xml} names. */
public enum ServerUnderTest {
    /** The embedded server, in the process of the tests. */
    OPENSEARCH_2 {
        @Override
        public RunningServer start(Path folder, int port) {
            EmbeddedSearch server = EmbeddedSearch.start(folder, Path.of("target/search-server"), port);
            return new RunningServer() {
                @Override
                public URI address() {
                    return server.address();
                }

                @Override
                public void kill() {
                    server.close();
                }

                @Override
                public void close() {
                    server.close();
                }
            };
        }
    },
    ELASTICSEARCH_8 {
        @Override
        public RunningServer start(Path folder, int port) {
            return ElasticsearchProcess.start("elasticsearch-8", JavaHome.ofAtLeast(17), folder, port);
        }
    },
    /** Skipped, by name, where no Java 21 or later is found. */
    ELASTICSEARCH_9 {
        @Override
        public RunningServer start(Path folder, int port) {
            return ElasticsearchProcess.start("elasticsearch-9", JavaHome.ofAtLeast(21), folder, port);
        }
    };

    /**
     * Starts it and returns when its documents can be searched.
     *
     * @param folder its documents and logs, made when missing
     * @param port on 127.0.0.1, 0 for a free one
     */
    public abstract RunningServer start(Path folder, int port);
}
