package io.transcripthub.redaction.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the corpus; its format is described in {@code src/test/resources/redaction/README.md}. */
public final class Corpus {
    /** Where the two parts are, seen from the project's folder. */
    public static final Path DEV = Path.of("src/test/resources/redaction/dev");

    public static final Path HELDOUT = Path.of("src/test/resources/redaction/heldout");

    private final Map<String, String> placeOfId = new HashMap<>();
    private final List<CorpusCall> calls = new ArrayList<>();

    private Corpus() {}

    /**
     * @param folder holds {@code *.calls}; none if it is absent
     * @return all calls in the order of file names and lines
     * @throws CorpusFault naming file and line
     */
    public static List<CorpusCall> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Corpus corpus = new Corpus();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".calls")).sorted().forEach(corpus::readFile);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return corpus.calls;
    }

    private void readFile(Path file) {
        try {
            read(file.getFileName().toString(), Files.readAllLines(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(file.toString(), fault);
        }
    }

    private void read(String file, List<String> lines) {
        CallInProgress call = null;
        for (int i = 0; i < lines.size(); i++) {
            String place = file + ":" + (i + 1);
            String line = lines.get(i);
            if (line.startsWith("==")) {
                finish(call);
                call = CallInProgress.begin(line, place);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                requireHeader(call, place).add(line, place);
            }
        }
        finish(call);
    }

    private static CallInProgress requireHeader(CallInProgress call, String place) {
        if (call == null) {
            throw new CorpusFault(place, "expected a header '== id | language | topic' before the first utterance");
        }
        return call;
    }

    private void finish(CallInProgress call) {
        if (call != null) {
            CorpusCall finished = call.finish();
            String earlier = placeOfId.put(finished.id(), finished.place());
            if (earlier != null) {
                throw new CorpusFault(
                        finished.place(), "expected an id of its own, found " + finished.id() + " of " + earlier);
            }
            calls.add(finished);
        }
    }
}
