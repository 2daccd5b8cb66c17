package io.transcripthub.search;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** A process of its own that indexes documents until it is killed, and prints how many were acknowledged. */
final class IndexingProcess {
    private static final int BATCH = 50;

    private IndexingProcess() {}

    public static void main(String[] arguments) {
        EmbeddedSearch server = EmbeddedSearch.start(Path.of(arguments[0]), Path.of("target/search-server"), 0);
        SearchIndex index = new SearchIndex(SearchServer.of(server.address()), "transcripts");
        for (long from = 0; ; from += BATCH) {
            index.index(batch(from)).forEach(IndexingProcess::mustBeIndexed);
            System.out.println(from + BATCH);
        }
    }

    private static List<IndexItem> batch(long from) {
        return LongStream.range(from, from + BATCH)
                .mapToObj(i -> new IndexItem("item-" + i, "{\"text\":\"words\"}"))
                .toList();
    }

    private static void mustBeIndexed(IndexResult result) {
        if (result.outcome() != IndexResult.Outcome.INDEXED) {
            throw new IllegalStateException(result.reason());
        }
    }
}
