package io.transcripthub.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a check of all audit chains in a directory found. It may run while the chains are written. A chain that was cut
 * together with its head file, or made anew with all its hashes, is beyond what the files alone can tell.
 *
 * @param chains ordered by node
 */
public record AuditVerification(List<Chain> chains) {

    /**
     * One node's chain.
     *
     * @param files files with lines that were read
     * @param lines good lines, up to the first break
     * @param firstBreak empty when the chain is intact
     * @param note what is worth knowing of an intact chain
     */
    public record Chain(String node, int files, long lines, Optional<Break> firstBreak, Optional<String> note) {}

    /**
     * Where a chain stops being one.
     *
     * @param line from 1
     * @param reason words, with what was expected and found
     */
    public record Break(Path file, long line, String reason) {}

    /** Reads every line once, in bounded memory. */
    public static AuditVerification verify(Path directory) throws IOException {
        List<Chain> chains = new ArrayList<>();
        for (ChainFiles files : ChainFiles.in(directory)) {
            chains.add(new ChainWalk(files).verify());
        }
        return new AuditVerification(List.copyOf(chains));
    }

    public boolean intact() {
        return chains.stream().allMatch(chain -> chain.firstBreak().isEmpty());
    }
}
