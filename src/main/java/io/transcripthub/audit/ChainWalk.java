package io.transcripthub.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Follows one chain from its first line to its last. */
final class ChainWalk {
    private final ChainFiles files;
    private ChainHead head = ChainHead.GENESIS;
    private ChainHead recorded;
    private Path file;
    private int fileCount;
    private long lineNumber = 1;
    private long lines;
    private int incompleteBytes;

    ChainWalk(ChainFiles files) {
        this.files = files;
        this.file = files.headFile().path();
    }

    AuditVerification.Chain verify() throws IOException {
        try {
            walk();
            return chain(Optional.empty());
        } catch (AuditChainBroken broken) {
            return chain(Optional.of(new AuditVerification.Break(file, lineNumber, broken.getMessage())));
        }
    }

    /** The head is read before the lines, so that those written meanwhile do not look lost. */
    private void walk() throws IOException {
        recorded = files.headFile()
                .read()
                .orElseThrow(() -> new AuditChainBroken("expected the chain's head, found no such file"));
        requireRecordedHash();
        for (Path each : files.dayFiles()) {
            requireWhole(file);
            walk(each);
        }
        requireRecordedHead();
    }

    private void walk(Path dayFile) throws IOException {
        file = dayFile;
        lineNumber = 1;
        fileCount++;
        try (LineReader reader = new LineReader(dayFile)) {
            for (byte[] line = reader.next(); line != null; line = reader.next()) {
                accept(ChainedRecord.read(line));
                lineNumber++;
            }
            incompleteBytes = reader.incompleteBytes();
        }
    }

    private void accept(ChainedRecord found) {
        if (lines == 0 && found.seq() > 1) {
            throw new AuditChainBroken("expected seq 1, found " + found.seq() + ": earlier files are missing");
        }
        found.requireFollows(head);
        requireDay(found.day());
        head = found.head();
        lines++;
        requireRecordedHash();
    }

    /** A file is opened by a line of its day; lines that come late for their own day follow in it. */
    private void requireDay(LocalDate found) {
        LocalDate expected = ChainFiles.dayOf(file);
        if (lineNumber == 1 ? !found.equals(expected) : found.isAfter(expected)) {
            throw new AuditChainBroken("timestamp: expected the file's day " + expected + ", found " + found);
        }
    }

    private void requireRecordedHash() {
        if (head.seq() == recorded.seq() && !head.equals(recorded)) {
            throw new AuditChainBroken(
                    "hash: expected %s as %s says, found %s".formatted(recorded.hash(), headFileName(), head.hash()));
        }
    }

    private void requireWhole(Path previous) {
        if (incompleteBytes > 0) {
            throw new AuditChainBroken("expected a line feed at the end of %s, found a torn line of %d bytes"
                    .formatted(previous.getFileName(), incompleteBytes));
        }
    }

    private void requireRecordedHead() {
        if (recorded.seq() > head.seq()) {
            String torn = incompleteBytes > 0 ? "a torn line of " + incompleteBytes + " bytes" : "the end";
            throw new AuditChainBroken(
                    "expected seq %d, found %s; %s says that the chain goes to seq %d: its tail was cut"
                            .formatted(head.seq() + 1, torn, headFileName(), recorded.seq()));
        }
    }

    private Path headFileName() {
        return files.headFile().path().getFileName();
    }

    private AuditVerification.Chain chain(Optional<AuditVerification.Break> firstBreak) {
        return new AuditVerification.Chain(files.node(), fileCount, lines, firstBreak, note(firstBreak.isPresent()));
    }

    private Optional<String> note(boolean broken) {
        return broken || incompleteBytes == 0
                ? Optional.empty()
                : Optional.of("%s ends with %d bytes of a line that is being written or was torn by a crash"
                        .formatted(file.getFileName(), incompleteBytes));
    }
}
