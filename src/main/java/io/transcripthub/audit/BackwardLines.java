package io.transcripthub.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Reads the complete lines of a file from the last to the first. */
final class BackwardLines implements Closeable {
    private static final int WINDOW = 1 << 13;

    private final RandomAccessFile file;
    private long position;

    BackwardLines(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        position = afterLastLineFeed(file.length());
    }

    /** Where the line that was returned last begins; at first, where the last complete line ends. */
    long position() {
        return position;
    }

    /** The line before, without its LF, empty if it is longer than any good one; null when there is none. */
    byte[] previous() throws IOException {
        if (position == 0) {
            return null;
        }
        long end = position - 1;
        position = afterLastLineFeed(end);
        return end - position > LineReader.MAX_LINE ? new byte[0] : bytes(position, end);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private long afterLastLineFeed(long end) throws IOException {
        for (long windowEnd = end; windowEnd > 0; windowEnd -= WINDOW) {
            long start = Math.max(0, windowEnd - WINDOW);
            byte[] bytes = bytes(start, windowEnd);
            for (int index = bytes.length - 1; index >= 0; index--) {
                if (bytes[index] == '\n') {
                    return start + index + 1;
                }
            }
        }
        return 0;
    }

    private byte[] bytes(long start, long end) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(end - start)];
        file.seek(start);
        file.readFully(bytes);
        return bytes;
    }
}
