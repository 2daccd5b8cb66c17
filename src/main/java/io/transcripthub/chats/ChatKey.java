package io.transcripthub.chats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The file that holds the key of the chats' texts, 32 bytes in base64, outside the database that holds the texts. */
public final class ChatKey {
    private static final int BYTES = 32;
    private static final int NAME_BYTES = 6;
    private static final String MODE = "rw-------";

    private final Path file;
    private SecretKey key;

    /** @param file is made, readable by its owner only, when a key is wanted and there is none */
    public ChatKey(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** @throws UnreadableChat when the file cannot be read or made, or holds something else */
    synchronized SecretKey key() {
        if (key == null) {
            try {
                key = Files.exists(file) ? read() : create();
            } catch (IOException denied) {
                throw new UnreadableChat("chat.key-file: cannot read or make " + file + ": "
                        + denied.getClass().getSimpleName());
            }
        }
        return key;
    }

    /**
     * Which key the file holds: the start of a hash of a text and the key, which tells nothing of it.
     *
     * @throws UnreadableChat when there is no file that holds a key; none is made
     */
    public String name() {
        try {
            return name(read());
        } catch (IOException denied) {
            throw new UnreadableChat("chat.key-file: cannot read " + file + ": "
                    + denied.getClass().getSimpleName());
        }
    }

    static String name(SecretKey secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("transcript-hub chat key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(secret.getEncoded()), 0, NAME_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private SecretKey read() throws IOException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        } catch (IllegalArgumentException otherText) {
            bytes = new byte[0];
        }
        if (bytes.length != BYTES) {
            throw new UnreadableChat(
                    "chat.key-file: expected " + BYTES + " bytes in base64 in " + file + ", found something else");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** Under a name of its own first, so that nobody ever reads half a key; who comes second takes the first one's. */
    private SecretKey create() throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try (FileChannel out = FileChannel.open(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly())) {
            String text = Base64.getEncoder().encodeToString(bytes) + "\n";
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // made by another process meanwhile
        } finally {
            Files.deleteIfExists(fresh);
        }
        return read();
    }

    private FileAttribute<?>[] ownersOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MODE))}
                : new FileAttribute<?>[0];
    }
}
