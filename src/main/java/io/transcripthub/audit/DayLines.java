package io.transcripthub.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;

/** Lines that go into the file of one day. */
final class DayLines {
    private final LocalDate day;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private ChainHead head;

    DayLines(LocalDate day) {
        this.day = day;
    }

    void add(AuditLine line, byte[] json) {
        bytes.writeBytes(json);
        bytes.write('\n');
        head = line.head();
    }

    LocalDate day() {
        return day;
    }

    /** The chain's head once these lines are written. */
    ChainHead head() {
        return head;
    }

    /**
     * Writes all lines to disk, or none.
     *
     * @param size the file's good bytes; what a failed write left behind them is overwritten
     * @return the file's size now
     */
    long appendTo(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(size);
            long start = channel.size();
            try {
                writeTo(channel, start);
            } catch (IOException failed) {
                rollBack(channel, start, failed);
                throw failed;
            }
            return start + bytes.size();
        }
    }

    private void writeTo(FileChannel channel, long start) throws IOException {
        channel.position(start);
        ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray());
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    private static void rollBack(FileChannel channel, long start, IOException failed) {
        try {
            channel.truncate(start);
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
