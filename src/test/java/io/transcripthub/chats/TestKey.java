package io.transcripthub.chats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Keys in files of their own. */
final class TestKey {
    static final ChatKey FIRST = fresh();
    static final ChatKey SECOND = fresh();

    private TestKey() {}

    private static ChatKey fresh() {
        try {
            java.nio.file.Path folder = Files.createTempDirectory("chat-key");
            ChatKey key = new ChatKey(folder.resolve("chat.key"));
            key.key();
            Files.delete(folder.resolve("chat.key"));
            Files.delete(folder);
            return key;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
