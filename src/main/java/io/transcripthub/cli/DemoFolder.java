package io.transcripthub.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The demo's data folder, empty at first and this process's alone until it is closed. */
final class DemoFolder implements AutoCloseable {
    private static final String LOCK = "demo.lock";

    private final Path path;
    private final FileChannel lock;

    private DemoFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws CommandFailed when another demo is at it, or it cannot be emptied */
    static DemoFolder emptied(Path path) {
        try {
            Files.createDirectories(path);
            DemoFolder folder = new DemoFolder(path, lock(path));
            empty(path);
            return folder;
        } catch (IOException denied) {
            throw new CommandFailed("cannot empty " + path + " in the working directory: " + denied);
        }
    }

    Path path() {
        return path;
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new CommandFailed("another demo is running in " + path);
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private static void empty(Path path) throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.filter(file -> !file.endsWith(LOCK)).toList()) {
                delete(child);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
