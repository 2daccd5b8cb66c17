package io.transcripthub.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The end of a chain's files as a new writer takes it up.
 *
 * @param head of the last good line
 * @param cutBytes bytes that a crash left behind it, now removed
 */
record ChainTail(ChainHead head, long cutBytes) {

    /**
     * Cuts what a crash left half written: bytes after the last LF, lines that are not good and all that were written
     * with them. A line that the recorded head counts was complete once; if it is bad now, somebody changed it, and it
     * stays as evidence.
     */
    static ChainTail repair(ChainFiles files, ChainHead recorded) throws IOException {
        List<Path> newestFirst = new ArrayList<>(files.dayFiles());
        Collections.reverse(newestFirst);
        if (newestFirst.isEmpty()) {
            return new ChainTail(ChainHead.GENESIS, 0);
        }
        FileTail newest = FileTail.of(newestFirst.get(0), recorded);
        ChainHead head = newest.last() == null
                ? lastHead(newestFirst.subList(1, newestFirst.size()), recorded)
                : newest.last().head();
        long keep = head.seq() >= recorded.seq() ? newest.goodBytes() : newest.completeBytes();
        return new ChainTail(head, truncate(newestFirst.get(0), keep));
    }

    private static ChainHead lastHead(List<Path> newestFirst, ChainHead recorded) throws IOException {
        for (Path file : newestFirst) {
            FileTail tail = FileTail.of(file, recorded);
            if (tail.last() != null) {
                return tail.last().head();
            }
        }
        return ChainHead.GENESIS;
    }

    private static long truncate(Path file, long keep) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long cut = channel.size() - keep;
            channel.truncate(keep).force(true);
            return cut;
        }
    }
}
