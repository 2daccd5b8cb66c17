package io.transcripthub.doctor;

import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Whether a folder can be written, or made, and has room. */
final class FolderCheck implements Callable<Diagnosis> {
    /** Bytes; below, an embedded index and a ledger soon stop. */
    private static final long LEAST_FREE = 1L << 30;

    private final Settings settings;
    private final String key;

    FolderCheck(Settings settings, String key) {
        this.settings = settings;
        this.key = key;
    }

    @Override
    public Diagnosis call() throws IOException {
        if (!settings.has(key)) {
            return Diagnosis.none("not configured");
        }
        return look(key, settings.path(key));
    }

    /** @param key what names it */
    static Diagnosis look(String key, Path folder) throws IOException {
        Path there = folder.toAbsolutePath().normalize();
        while (Files.notExists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            return Diagnosis.failed(key + ": expected a folder, found a file at " + there);
        }
        FileStore disk = Files.getFileStore(there);
        if (!Files.isWritable(there) || !Files.isExecutable(there) || disk.isReadOnly()) {
            return Diagnosis.failed(
                    key + ": " + there + " cannot be written by user " + System.getProperty("user.name"));
        }
        String words =
                folder + (Files.exists(folder) ? "" : " will be made") + ", " + size(disk.getUsableSpace()) + " free";
        return disk.getUsableSpace() < LEAST_FREE
                ? Diagnosis.failed(words + ", expected at least " + size(LEAST_FREE) + "; make room")
                : Diagnosis.ok(words);
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
}
