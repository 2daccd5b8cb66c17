package io.transcripthub.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says how far a chain goes, {@code {"hash":"..","seq":n}}, so that a chain whose tail was cut is noticed. Written after
 * the lines: it may lag behind them, never the other way round.
 */
record HeadFile(Path path) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Empty when there is no such file.
     *
     * @throws AuditChainBroken if it cannot be understood
     */
    Optional<ChainHead> read() throws IOException {
        return Files.exists(path) ? Optional.of(parse(Files.readAllBytes(path))) : Optional.empty();
    }

    /** Replaces the file as a whole, its content on disk before its name. */
    void write(ChainHead head) throws IOException {
        Path written = path.resolveSibling(path.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(json(head).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String json(ChainHead head) {
        return CanonicalJson.of(Map.of("seq", head.seq(), "hash", head.hash())) + "\n";
    }

    private static ChainHead parse(byte[] json) throws IOException {
        try {
            JsonNode head = new ObjectMapper().readTree(json);
            String hash = head.path("hash").asText();
            if (head.path("seq").canConvertToLong() && HASH.matcher(hash).matches()) {
                return new ChainHead(head.path("seq").asLong(), hash);
            }
        } catch (JsonProcessingException notJson) {
            // its message would quote the file
        }
        throw new AuditChainBroken("expected {\"hash\":\"..\",\"seq\":n}, found something else");
    }
}
