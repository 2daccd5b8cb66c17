package io.transcripthub.inbox;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.transcripthub.intake.Intake.Batch;
import io.transcripthub.intake.Intake.RejectedLine;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/**
 * What became of a file: {@code done/<name>.<hash>.json} and, where lines were bad, {@code rejects/<name>.<hash>.jsonl}. Both
 * grow on disk while the file is taken in, under names that begin with a dot, and are there under their own names once they
 * are whole.
 */
final class Receipt implements AutoCloseable {
    static final String DONE = "done";
    static final String REJECTS = "rejects";

    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;
    private final String name;
    private final String sha256;
    private final String keptName;
    private final Path jobIds;
    private final Path rejects;
    private final BufferedWriter jobIdLines;
    private final JsonGenerator rejectLines;
    private long accepted;
    private long duplicates;
    private long rejected;

    Receipt(Path folder, String name, String sha256) throws IOException {
        this.folder = folder;
        this.name = name;
        this.sha256 = sha256;
        this.keptName = KeptName.of(name, sha256);
        this.jobIds = Files.createDirectories(folder.resolve(DONE)).resolve("." + keptName + ".jobs");
        this.rejects = Files.createDirectories(folder.resolve(REJECTS)).resolve("." + keptName);
        this.jobIdLines = Files.newBufferedWriter(jobIds);
        this.rejectLines = JSON.createGenerator(Files.newOutputStream(rejects), JsonEncoding.UTF8)
                .setRootValueSeparator(null);
    }

    void add(Batch batch) throws IOException {
        accepted += batch.accepted();
        duplicates += batch.duplicates();
        rejected += batch.rejected().size();
        for (String jobId : batch.jobIds()) {
            jobIdLines.write(jobId);
            jobIdLines.newLine();
        }
        for (RejectedLine line : batch.rejected()) {
            rejectLines.writeStartObject();
            rejectLines.writeNumberField("line", line.line());
            rejectLines.writeStringField("error", line.error());
            rejectLines.writeEndObject();
            rejectLines.writeRaw('\n');
        }
    }

    /** @return the counts in words */
    String complete(Instant now) throws IOException {
        jobIdLines.close();
        rejectLines.close();
        if (rejected > 0) {
            Files.move(rejects, folder.resolve(rejectsName()), StandardCopyOption.REPLACE_EXISTING);
        }
        write(folder.resolve(DONE).resolve(keptName + ".json"), json -> {
            json.writeStringField("name", name);
            json.writeStringField("sha256", sha256);
            json.writeStringField("takenAt", now.toString());
            json.writeNumberField("accepted", accepted);
            json.writeNumberField("duplicates", duplicates);
            json.writeNumberField("rejected", rejected);
            if (rejected > 0) {
                json.writeStringField("rejects", rejectsName());
            }
            json.writeArrayFieldStart("jobIds");
            writeJobIds(json);
            json.writeEndArray();
        });
        return "accepted " + accepted + ", duplicates " + duplicates + ", rejected " + rejected;
    }

    private String rejectsName() {
        return REJECTS + "/" + keptName + ".jsonl";
    }

    private void writeJobIds(JsonGenerator json) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(jobIds)) {
            for (String jobId = lines.readLine(); jobId != null; jobId = lines.readLine()) {
                json.writeString(jobId);
            }
        }
    }

    /** What is written within an object. */
    interface Members {
        void to(JsonGenerator json) throws IOException;
    }

    /** Writes an object that is there as a whole or not at all. */
    static void write(Path file, Members members) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling("." + file.getFileName());
        try (JsonGenerator json = JSON.createGenerator(Files.newOutputStream(part), JsonEncoding.UTF8)) {
            json.writeStartObject();
            members.to(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        jobIdLines.close();
        rejectLines.close();
        Files.deleteIfExists(jobIds);
        Files.deleteIfExists(rejects);
    }
}
