package io.transcripthub.intake;

import io.transcripthub.files.CsvRecords;
import io.transcripthub.files.UnusableLine;
import io.transcripthub.files.Utf8Lines;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Requests of a CSV or JSON Lines file in UTF-8, one at a time: a file may be larger than memory. A line that is no request
 * comes as such and does not keep the others from coming.
 */
public final class RequestFile implements Closeable {
    private static final int LONGEST_REQUEST = 1 << 20;

    /** A chat may fill 1 MiB as it is sent, and more where its JSON is written with escapes. */
    public static final int LONGEST_CHAT = 8 << 20;

    private static final int BLOCK_BYTES = 1 << 18;
    private static final byte[] UTF_16_BE = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LE = {(byte) 0xFF, (byte) 0xFE};

    private interface Source {
        RequestLine next() throws IOException;
    }

    private final InputStream in;
    private final Utf8Lines lines;
    private final Source source;

    private RequestFile(InputStream in, Utf8Lines lines, Source source) {
        this.in = in;
        this.lines = lines;
        this.source = source;
    }

    /** Whether a file of this name is read as one of requests. */
    public static boolean isNamedSo(String name) {
        return isCsv(name) || name.toLowerCase(Locale.ROOT).endsWith(".jsonl");
    }

    private static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /**
     * Reads as far as to the first request.
     *
     * @param name its ending, {@code .csv} or {@code .jsonl}, says how it is to be read
     * @param content closed with this
     * @throws UnusableFile when it is not UTF-8, or its header is not one of requests
     */
    public static RequestFile open(String name, InputStream content) throws IOException {
        return open(name, content, LONGEST_REQUEST);
    }

    /**
     * As {@link #open(String, InputStream)}.
     *
     * @param longest bytes of a line of JSON; a longer one comes as unusable
     */
    public static RequestFile open(String name, InputStream content, int longest) throws IOException {
        Utf8Lines lines = new Utf8Lines(inUtf8(content), isCsv(name) ? LONGEST_REQUEST : longest);
        Source source =
                isCsv(name) ? CsvRequests.below(new CsvRecords(lines, LONGEST_REQUEST))::next : () -> json(lines);
        return new RequestFile(content, lines, source);
    }

    /** Refuses what a spreadsheet calls Unicode as a whole: line by line it would be a puzzle of errors. */
    private static InputStream inUtf8(InputStream content) throws IOException {
        byte[] start = content.readNBytes(2);
        if (Arrays.equals(start, UTF_16_BE) || Arrays.equals(start, UTF_16_LE)) {
            throw new UnusableFile("expected UTF-8, found UTF-16");
        }
        return new SequenceInputStream(new ByteArrayInputStream(start), content);
    }

    /** @return the next request or what stands in its place, null at the end */
    public RequestLine next() throws IOException {
        return source.next();
    }

    /** @return some of the next requests, to be handed in together; none at the end */
    public List<RequestLine> nextBlock() throws IOException {
        List<RequestLine> block = new ArrayList<>();
        long end = lines.bytes() + BLOCK_BYTES;
        while (block.size() < Intake.ROWS && lines.bytes() < end) {
            RequestLine line = next();
            if (line == null) {
                break;
            }
            block.add(line);
        }
        return block;
    }

    /** How much of the file was read so far, in bytes. */
    public long bytesRead() {
        return lines.bytes();
    }

    private static RequestLine json(Utf8Lines lines) throws IOException {
        try {
            RequestLine request = null;
            for (String line = lines.next(); line != null && request == null; ) {
                request = RequestJson.line(lines.number(), line);
                line = request == null ? lines.next() : line;
            }
            return request;
        } catch (UnusableLine unusable) {
            return RequestLine.unusable(lines.number(), unusable.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
