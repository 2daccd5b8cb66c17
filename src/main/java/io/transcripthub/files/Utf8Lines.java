package io.transcripthub.files;

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
public final class Utf8Lines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long number;
    private long bytes;

    public Utf8Lines(InputStream in) {
        this(in, Integer.MAX_VALUE);
    }

    /** @param longest bytes of a line that are kept; a longer line is skipped as one that cannot be used */
    public Utf8Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Number of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    /** How much of the input was read, in bytes. */
    public long bytes() {
        return bytes;
    }

    /**
     * @return the next line, null at the end of the input
     * @throws UnusableLine when the line is not UTF-8 or too long; the next call goes on behind it
     */
    public String next() throws IOException {
        byte[] line = nextBytes();
        return line == null ? null : text(line);
    }

    /**
     * @return all bytes of the next line up to its LF, null at the end of the input
     * @throws UnusableLine when the line is too long; the next call goes on behind it
     */
    public byte[] nextBytes() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean fits = true;
        for (boolean ended = false; !ended && fill(); ) {
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            fits = fits && position - start <= longest - line.size();
            if (fits) {
                line.write(buffer, start, position - start);
            }
            ended = position < limit;
            position += ended ? 1 : 0;
        }
        if (!fits) {
            throw new UnusableLine("expected at most " + longest + " bytes, found a longer line");
        }
        return line.toByteArray();
    }

    /** Whether there are bytes left to read. */
    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
            bytes += limit;
        }
        return position < limit;
    }

    private String text(byte[] line) throws UnusableLine {
        String text = decoded(line);
        int start = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        int end = text.length() > start && text.endsWith("\r") ? text.length() - 1 : text.length();
        return text.substring(start, end);
    }

    private static String decoded(byte[] line) throws UnusableLine {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException otherBytes) {
            throw new UnusableLine("expected UTF-8, found other bytes");
        }
    }
}
