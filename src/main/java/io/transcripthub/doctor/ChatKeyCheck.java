package io.transcripthub.doctor;

import io.transcripthub.chats.ChatKey;
import io.transcripthub.chats.UnreadableChat;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

/** Whether the key of the chats' texts can be read, by its owner only. */
final class ChatKeyCheck implements Callable<Diagnosis> {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Settings settings;

    ChatKeyCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Diagnosis call() throws IOException {
        Path file = settings.path("chat.key-file");
        if (Files.notExists(file)) {
            Diagnosis folder =
                    FolderCheck.look("chat.key-file", file.toAbsolutePath().getParent());
            return folder.verdict() == Diagnosis.Verdict.OK
                    ? Diagnosis.ok(file + " will be made with the first chat")
                    : folder;
        }
        try {
            String name = new ChatKey(file).name();
            return isOwnersOnly(file)
                    ? Diagnosis.ok(file + ", key " + name)
                    : Diagnosis.failed("chat.key-file: expected " + file
                            + " to be for its owner only, found that others may use it; chmod 600 it");
        } catch (UnreadableChat unusable) {
            return Diagnosis.failed(unusable.getMessage());
        }
    }

    private static boolean isOwnersOnly(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return !posix || OWNERS.containsAll(Files.getPosixFilePermissions(file));
    }
}
