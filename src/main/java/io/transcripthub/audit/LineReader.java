package io.transcripthub.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a file line by line as bytes; a line ends at LF only. */
final class LineReader implements Closeable {
    /** Longest line, in bytes, that is written or read. */
    static final int MAX_LINE = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 13];
    private int start;
    private int end;

    LineReader(Path file) throws IOException {
        in = Files.newInputStream(file);
    }

    /**
     * The next line without its LF; null when no more LF follows.
     *
     * @throws AuditChainBroken if a line is longer than {@link #MAX_LINE}
     */
    byte[] next() throws IOException {
        int scanned = start;
        while (true) {
            while (scanned < end) {
                if (buffer[scanned++] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, start, scanned - 1);
                    start = scanned;
                    return line;
                }
            }
            scanned -= start;
            if (!fill()) {
                return null;
            }
        }
    }

    /** Bytes after the last LF, once {@link #next} has returned null. */
    int incompleteBytes() {
        return end - start;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        makeRoom();
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }

    private void makeRoom() {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end > MAX_LINE) {
            throw new AuditChainBroken("expected a line of at most " + MAX_LINE + " bytes, found a longer one");
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
    }
}
