package io.transcripthub.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one writer of a node's audit chain, in a file a UTC day: {@code <node>-YYYY-MM-DD.jsonl}. Holds an exclusive lock
 * until it is closed; threads may share it. A line is on disk before {@code append} returns.
 *
 * <p>A line goes into the file of its timestamp's day, but never into an older file than the line before it, so that
 * the files read one after the other are the chain. {@code <node>.head} is written after the lines; it is never set
 * back.
 */
public final class AuditLog implements Closeable {
    private final ChainFiles files;
    private final FileChannel lock;
    private final long cutBytes;
    private ChainHead head;
    private ChainHead recorded;
    private LocalDate day;
    private long size;

    private AuditLog(ChainFiles files, FileChannel lock) throws IOException {
        this.files = files;
        this.lock = lock;
        this.recorded = recordedHead(files);
        ChainTail tail = ChainTail.repair(files, recorded);
        this.head = tail.head();
        this.cutBytes = tail.cutBytes();
        takeUpNewestFile();
        recordHead();
    }

    /**
     * Opens a node's chain in a directory, which is made if need be, and repairs what a crash left half written.
     *
     * @param node letters, digits, '.', '_' and '-'
     * @throws IOException if another process or log has the chain open, or the files cannot be used
     */
    public static AuditLog open(Path directory, String node) throws IOException {
        ChainFiles files = new ChainFiles(directory, node);
        Files.createDirectories(directory);
        FileChannel lock = lock(files);
        try {
            return new AuditLog(files, lock);
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** What the next line must follow: the last line in the files, or what {@link #continueAfterGap} was told. */
    public synchronized ChainHead head() {
        return head;
    }

    /**
     * The head that the head file remembers while the lines end before it: the chain's tail was cut. Lines that belong
     * there may be appended again if somebody still has them.
     */
    public synchronized Optional<ChainHead> lostHead() {
        return recorded.seq() > head.seq() ? Optional.of(recorded) : Optional.empty();
    }

    /** Bytes of half-written lines that opening removed. */
    public long cutBytes() {
        return cutBytes;
    }

    /**
     * Appends lines that were chained elsewhere. Those that the chain already has are skipped, so that an append whose
     * outcome is unknown can be repeated. If it fails with an IOException, a day's lines are written as a whole or not
     * at all, and it can be repeated too.
     *
     * @throws AuditChainBroken before anything is written, if the lines do not follow the chain or differ from what it
     *     has
     */
    public synchronized void append(List<AuditLine> lines) throws IOException {
        long written = head.seq();
        List<AuditLine> known =
                lines.stream().filter(line -> line.seq() <= written).toList();
        if (!known.isEmpty()) {
            requireWritten(known.get(known.size() - 1));
        }
        for (DayLines each : byDay(lines.subList(known.size(), lines.size()))) {
            write(each);
        }
        recordHead();
    }

    /**
     * Chains an entry to the head and appends it.
     *
     * @throws AuditChainBroken while there is a {@link #lostHead()}
     * @throws IllegalArgumentException as {@link AuditChain#next}
     */
    public AuditLine append(Map<String, Object> entry) throws IOException {
        return appendEntries(List.of(entry)).get(0);
    }

    /** Chains entries to the head and appends them in their order; fails as {@link #append(Map)}. */
    public synchronized List<AuditLine> appendEntries(List<Map<String, Object>> entries) throws IOException {
        lostHead().ifPresent(lost -> {
            throw new AuditChainBroken("the chain of node %s ends at seq %d, but %s says seq %d: its tail was cut"
                    .formatted(files.node(), head.seq(), files.headFile().path().getFileName(), lost.seq()));
        });
        List<AuditLine> lines = new ArrayList<>();
        ChainHead last = head;
        for (Map<String, Object> entry : entries) {
            lines.add(AuditChain.next(last, entry));
            last = lines.get(lines.size() - 1).head();
        }
        append(lines);
        return lines;
    }

    /**
     * Gives up the lines between {@link #head()} and {@code last}, which are lost: the next line follows {@code last}.
     * Verification reports the gap forever.
     *
     * @throws IllegalArgumentException if {@code last} is not ahead of the head
     */
    public synchronized void continueAfterGap(ChainHead last) throws IOException {
        if (last.seq() <= head.seq()) {
            throw new IllegalArgumentException("expected a head after seq " + head.seq() + ", found seq " + last.seq());
        }
        head = last;
        recordHead();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Collection<DayLines> byDay(List<AuditLine> lines) {
        TreeMap<LocalDate, DayLines> days = new TreeMap<>();
        ChainHead last = head;
        LocalDate newest = day;
        for (AuditLine line : lines) {
            byte[] json = line.json().getBytes(StandardCharsets.UTF_8);
            ChainedRecord chained = ChainedRecord.read(json);
            requireNext(line, json, chained, last);
            newest = newest.isAfter(chained.day()) ? newest : chained.day();
            days.computeIfAbsent(newest, DayLines::new).add(line, json);
            last = line.head();
        }
        return days.values();
    }

    private void requireNext(AuditLine line, byte[] json, ChainedRecord chained, ChainHead last) {
        chained.requireFollows(last);
        requireHash(chained.seq(), chained.hash(), line);
        if (chained.seq() == recorded.seq()) {
            requireHash(recorded.seq(), recorded.hash(), line);
        }
        if (json.length > LineReader.MAX_LINE) {
            throw new IllegalArgumentException(
                    "expected a line of at most " + LineReader.MAX_LINE + " bytes, found " + json.length);
        }
    }

    private void requireWritten(AuditLine line) throws IOException {
        if (line.seq() == head.seq()) {
            requireHash(head.seq(), head.hash(), line);
        } else {
            files.find(line.seq()).ifPresent(found -> requireHash(found.seq(), found.hash(), line));
        }
    }

    private static void requireHash(long seq, String expected, AuditLine line) {
        if (line.seq() != seq || !line.hash().equals(expected)) {
            throw new AuditChainBroken("expected seq %d with hash %s, found seq %d with hash %s"
                    .formatted(seq, expected, line.seq(), line.hash()));
        }
    }

    private void write(DayLines lines) throws IOException {
        long before = lines.day().equals(day) ? size : 0;
        long after = lines.appendTo(files.dayFile(lines.day()), before);
        if (before == 0) {
            files.syncDirectory();
        }
        head = lines.head();
        day = lines.day();
        size = after;
    }

    private void recordHead() throws IOException {
        if (head.seq() > recorded.seq() || Files.notExists(files.headFile().path())) {
            files.headFile().write(head);
            recorded = head;
        }
    }

    private void takeUpNewestFile() throws IOException {
        List<Path> days = files.dayFiles();
        day = days.isEmpty() ? LocalDate.MIN : ChainFiles.dayOf(days.get(days.size() - 1));
        size = days.isEmpty() ? 0 : Files.size(days.get(days.size() - 1));
    }

    /** A head file that cannot be understood says nothing, as a missing one; verification has reported it till now. */
    private static ChainHead recordedHead(ChainFiles files) throws IOException {
        try {
            return files.headFile().read().orElse(ChainHead.GENESIS);
        } catch (AuditChainBroken unreadable) {
            Files.delete(files.headFile().path());
            return ChainHead.GENESIS;
        }
    }

    private static FileChannel lock(ChainFiles files) throws IOException {
        FileChannel channel = FileChannel.open(files.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException openInThisProcess) {
            // the same to the caller
        }
        // On POSIX this also drops the lock of another log in this process; the JVM still refuses a third.
        channel.close();
        throw new IOException(
                "another process writes the audit chain of node " + files.node() + " in " + files.directory());
    }
}
