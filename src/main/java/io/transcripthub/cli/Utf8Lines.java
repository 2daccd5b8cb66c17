package io.transcripthub.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Lines of UTF-8, one at a time. A line ends at LF only; a CR before it, and a byte order mark at the start of the input,
 * do not belong to the text.
 */
final class Utf8Lines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long number;

    Utf8Lines(InputStream in) {
        this.in = in;
    }

    /** Number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * @return the next line, null at the end of the input
     * @throws CharacterCodingException when the line is not UTF-8; the next call goes on behind it
     */
    String next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (boolean ended = false; !ended && fill(); ) {
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, position - start);
            ended = position < limit;
            position += ended ? 1 : 0;
        }
        return text(line.toByteArray());
    }

    /** Whether there are bytes left to read. */
    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
        }
        return position < limit;
    }

    private String text(byte[] line) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line))
                .toString();
        int start = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        int end = text.length() > start && text.endsWith("\r") ? text.length() - 1 : text.length();
        return text.substring(start, end);
    }
}
