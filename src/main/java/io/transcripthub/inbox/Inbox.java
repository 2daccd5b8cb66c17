package io.transcripthub.inbox;

import static java.util.stream.Collectors.partitioningBy;

import io.transcripthub.intake.ChatIntake;
import io.transcripthub.intake.Intake;
import io.transcripthub.intake.Intake.Batch;
import io.transcripthub.intake.RequestFile;
import io.transcripthub.intake.RequestLine;
import io.transcripthub.intake.UnusableFile;
import io.transcripthub.ledger.InboxFiles;
import io.transcripthub.ledger.InboxFiles.Taken;
import io.transcripthub.ledger.LedgerUnavailable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watched folder. A file is taken in once, whatever it is called and however often it comes: the ledger knows it by its
 * content. It stays until all of it is in the ledger, so that after a crash it is taken again; what was in already is then a
 * duplicate.
 */
public final class Inbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final String FAILED = "failed";

    private final Path folder;
    private final Intake intake;
    private final ChatIntake chats;
    private final InboxFiles files;
    private final InstantSource clock;
    private volatile boolean closing;

    public Inbox(Path folder, Intake intake, ChatIntake chats, InboxFiles files, InstantSource clock) {
        this.folder = folder;
        this.intake = intake;
        this.chats = chats;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Takes a file in and removes it. One that is not whole yet is left where it is; one that cannot be used goes to
     * {@code failed/}, with the reason beside it.
     *
     * @throws LedgerUnavailable when the file is to be handed over once more, later
     */
    public void take(File dropped) throws IOException {
        Path path = dropped.toPath();
        try {
            DroppedFile file = DroppedFile.look(path, clock.instant());
            if (file.isWhole()) {
                takeOnce(file);
            }
        } catch (UnusableFile unusable) {
            refuse(path, unusable.getMessage());
        } catch (NoSuchFileException takenAway) {
            LOG.info("{} is gone before it was taken", dropped.getName());
        } catch (LedgerUnavailable later) {
            throw later;
        } catch (RuntimeException unforeseen) {
            // its message may quote the file
            refuse(path, "the hub could not read it: " + unforeseen.getClass().getSimpleName());
        }
    }

    private void takeOnce(DroppedFile file) throws IOException {
        String sha256 = file.sha256();
        Optional<Taken> before = files.taken(sha256);
        if (before.isPresent()) {
            takenBefore(file, sha256, before.get());
            Files.deleteIfExists(file.path());
        } else if (takeIn(file, sha256)) {
            files.take(sha256, new Taken(file.name(), clock.instant()));
            Files.deleteIfExists(file.path());
        }
    }

    /** @return false when the hub stops, or somebody still writes to the file: then it is taken again */
    private boolean takeIn(DroppedFile file, String sha256) throws IOException {
        try (RequestFile requests =
                        RequestFile.open(file.name(), Files.newInputStream(file.path()), RequestFile.LONGEST_CHAT);
                Receipt receipt = new Receipt(folder, file.name(), sha256)) {
            for (List<RequestLine> block = requests.nextBlock(); !block.isEmpty(); block = requests.nextBlock()) {
                if (closing) {
                    return false;
                }
                receipt.add(submit(block));
            }
            if (!file.isUnchanged()) {
                return false;
            }
            LOG.info("{}: {}", file.name(), receipt.complete(clock.instant()));
            return true;
        }
    }

    /** Each line says by its members what it is. */
    private Batch submit(List<RequestLine> block) {
        Map<Boolean, List<RequestLine>> kinds = block.stream().collect(partitioningBy(RequestLine::isChat));
        Batch others = intake.submitRequests(kinds.get(false));
        return kinds.get(true).isEmpty() ? others : others.and(chats.submitRequests(kinds.get(true)));
    }

    /** The receipt of the first time stays, as it names the jobs. */
    private void takenBefore(DroppedFile file, String sha256, Taken before) throws IOException {
        LOG.info("{} was taken before, as {}", file.name(), before.name());
        String keptName = KeptName.of(file.name(), sha256) + ".again.json";
        Receipt.write(folder.resolve(Receipt.DONE).resolve(keptName), json -> {
            json.writeStringField("name", file.name());
            json.writeStringField("sha256", sha256);
            json.writeStringField("cameAgainAt", clock.instant().toString());
            json.writeStringField("takenBeforeAs", before.name());
            json.writeStringField("takenBeforeAt", before.at().toString());
        });
    }

    private void refuse(Path file, String error) throws IOException {
        String name = file.getFileName().toString();
        LOG.warn("{} cannot be taken: {}", name, error);
        Instant now = clock.instant();
        Path kept = Files.createDirectories(folder.resolve(FAILED))
                .resolve(KeptName.of(name, Long.toString(now.getEpochSecond())));
        Receipt.write(kept.resolveSibling(kept.getFileName() + ".json"), json -> {
            json.writeStringField("name", name);
            json.writeStringField("failedAt", now.toString());
            json.writeStringField("error", error);
        });
        Files.move(file, kept);
    }

    /** Leaves a file that is being taken in after the next block; what is still there is taken at the next start. */
    @Override
    public void close() {
        closing = true;
    }
}
