package io.transcripthub.inbox;

import io.transcripthub.intake.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A file as it stood when it was looked at.
 *
 * @param size in bytes
 * @param rest how long nobody had written to it
 */
record DroppedFile(Path path, long size, Instant modified, Duration rest) {
    /** A writer may pause in the middle of a line; only who has forgotten the line's end pauses longer. */
    private static final Duration WITHOUT_LINE_END = Duration.ofSeconds(15);

    private static final int BUFFER = 1 << 16;

    static DroppedFile look(Path path, Instant now) throws IOException {
        Instant modified = Files.getLastModifiedTime(path).toInstant();
        return new DroppedFile(path, Files.size(path), modified, Duration.between(modified, now));
    }

    String name() {
        return path.getFileName().toString();
    }

    /**
     * Whether its last line has an end, or nobody has written one for a while.
     *
     * @throws UnusableFile when it may not be read
     */
    boolean isWhole() throws IOException {
        return size > 0 && lastByte() == '\n' || rest.compareTo(WITHOUT_LINE_END) >= 0;
    }

    private int lastByte() throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            file.position(size - 1).read(last);
            return last.get(0);
        } catch (AccessDeniedException notAllowed) {
            throw new UnusableFile("the hub is not allowed to read it");
        }
    }

    /** In hexadecimal digits. */
    String sha256() throws IOException {
        MessageDigest digest = digest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(path), digest)) {
            byte[] buffer = new byte[BUFFER];
            while (content.read(buffer) >= 0) {
                // read for the digest
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Whether nobody has written to it since. */
    boolean isUnchanged() throws IOException {
        return Files.size(path) == size
                && Files.getLastModifiedTime(path).toInstant().equals(modified);
    }
}
