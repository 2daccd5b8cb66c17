package io.transcripthub.chats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatKeyTest {
    @TempDir
    private Path dir;

    @Test
    void it_is_made_once_for_its_owner_only() throws IOException {
        Path file = dir.resolve("data").resolve("chat.key");
        List<ChatKey> keys =
                IntStream.range(0, 8).mapToObj(i -> new ChatKey(file)).toList();
        Set<String> found = keys.parallelStream()
                .map(key -> java.util.HexFormat.of().formatHex(key.key().getEncoded()))
                .collect(Collectors.toSet());
        assertThat(found).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_file_that_holds_something_else_is_refused_and_not_quoted() throws IOException {
        Path file = Files.writeString(dir.resolve("chat.key"), "c2hvcnQ=\n");
        assertThatExceptionOfType(UnreadableChat.class)
                .isThrownBy(() -> new ChatKey(file).key())
                .withMessage("chat.key-file: expected 32 bytes in base64 in " + file + ", found something else");
    }
}
