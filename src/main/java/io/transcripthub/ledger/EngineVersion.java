package io.transcripthub.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the ledger: one version of a speech engine, and what has been done for it at the vendor.
 *
 * @param engineId the vendor's, null while the vendor has none
 * @param payloadHash of the body that would create it as it was last applied, null before
 * @param settings as last applied, JSON with secrets masked; null before the first run has come to its end
 * @param split percent of inbound sessions, as the hub last set it
 * @param steps by name
 */
public record EngineVersion(
        long seq,
        String account,
        String name,
        String version,
        String engineId,
        String payloadHash,
        String settings,
        int split,
        Instant appliedAt,
        Map<String, Step> steps) {
    public EngineVersion {
        steps = Map.copyOf(steps);
    }

    /**
     * Something that is done once at the vendor.
     *
     * @param done false when a request went out, and what came of it is not known
     * @param digest of what was sent, null while it is not done
     * @param vendorId of what was made, null when nothing was
     */
    public record Step(boolean done, String digest, String vendorId) {}

    public Optional<Step> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }
}
