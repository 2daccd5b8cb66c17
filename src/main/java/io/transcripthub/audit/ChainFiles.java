package io.transcripthub.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of one node's chain: {@code <node>-YYYY-MM-DD.jsonl} a UTC day, {@code <node>.head} with the last line's
 * seq and hash, {@code <node>.lock} that its writer holds.
 */
record ChainFiles(Path directory, String node) {
    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern DAY_FILE = Pattern.compile("(.+)-(\\d{4}-\\d{2}-\\d{2})\\.jsonl");
    private static final Pattern HEAD_FILE = Pattern.compile("(.+)\\.head");

    ChainFiles {
        if (!NODE.matcher(node).matches()) {
            throw new IllegalArgumentException(
                    "node: expected letters, digits, '.', '_' and '-' only, found \"" + node + "\"");
        }
    }

    /** The chains of a directory, ordered by node. */
    static List<ChainFiles> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files
                    .flatMap(file -> nodeOf(file).stream())
                    .filter(node -> NODE.matcher(node).matches())
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .map(node -> new ChainFiles(directory, node))
                    .toList();
        }
    }

    /** The files with lines, oldest first. */
    List<Path> dayFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(this::isMyDay)
                    .filter(file -> file.toFile().length() > 0)
                    .sorted(Comparator.comparing(ChainFiles::dayOf))
                    .toList();
        }
    }

    Path dayFile(LocalDate day) {
        return directory.resolve(node + "-" + day + ".jsonl");
    }

    HeadFile headFile() {
        return new HeadFile(directory.resolve(node + ".head"));
    }

    Path lockFile() {
        return directory.resolve(node + ".lock");
    }

    /** The good line with a sequence number; newest files are searched first. */
    Optional<ChainedRecord> find(long seq) throws IOException {
        List<Path> days = dayFiles();
        for (int each = days.size() - 1; each >= 0; each--) {
            try (LineReader reader = new LineReader(days.get(each))) {
                for (byte[] line = reader.next(); line != null; line = reader.next()) {
                    Optional<ChainedRecord> found = ChainedRecord.ifGood(line);
                    if (found.filter(record -> record.seq() == seq).isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Puts the directory's list of files on disk; where directories cannot be opened, that is the system's business. */
    void syncDirectory() throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static LocalDate dayOf(Path dayFile) {
        Matcher name = DAY_FILE.matcher(dayFile.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(dayFile + " is not a file of a day");
        }
        return LocalDate.parse(name.group(2));
    }

    private boolean isMyDay(Path file) {
        Matcher name = DAY_FILE.matcher(file.getFileName().toString());
        return name.matches() && name.group(1).equals(node) && isDate(name.group(2));
    }

    private static Optional<String> nodeOf(Path file) {
        return Stream.of(DAY_FILE, HEAD_FILE)
                .map(pattern -> pattern.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .findFirst();
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException other) {
            return false;
        }
    }
}
