package io.transcripthub.audit;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The last lines of a file, read back to those that the recorded head counts.
 *
 * @param last the last good line; null when there is none
 * @param goodBytes up to and with the last good line
 * @param completeBytes up to and with the last LF
 */
record FileTail(ChainedRecord last, long goodBytes, long completeBytes) {

    static FileTail of(Path file, ChainHead recorded) throws IOException {
        try (BackwardLines lines = new BackwardLines(file)) {
            long end = lines.position();
            FileTail tail = new FileTail(null, end, end);
            ChainedRecord next = null;
            for (byte[] line = lines.previous(); line != null; line = lines.previous()) {
                ChainedRecord found = ChainedRecord.ifGood(line).orElse(null);
                tail = tail.extendedBack(found, next, lines.position(), end);
                if (found != null && (found.seq() <= recorded.seq() || found.follows(recorded))) {
                    return tail;
                }
                next = found;
                end = lines.position();
            }
            return tail;
        }
    }

    private FileTail extendedBack(ChainedRecord found, ChainedRecord next, long start, long end) {
        if (found == null) {
            return new FileTail(null, start, completeBytes);
        }
        boolean first = next == null || !next.follows(found.head());
        return first ? new FileTail(found, end, completeBytes) : this;
    }
}
