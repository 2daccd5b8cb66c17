package io.transcripthub.engines;

import io.transcripthub.ledger.EngineVersion;
import io.transcripthub.ledger.EngineVersion.Step;
import io.transcripthub.ledger.Engines;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One command about one engine, from its file to what came of it. What is asked of the vendor, and in which order, is up
 * to a route; which of it is still to be done is read from the ledger, so that a run that broke off is gone on with.
 */
public final class EngineRun implements AutoCloseable {
    private final Engines ledger;
    private final String account;
    private final EngineFile file;
    private final Engine engine;
    private final EngineSteps steps;
    private final String lost;
    private final List<String> lines = new ArrayList<>();
    private EngineVersion version;
    private boolean held;
    private boolean toBeApplied;
    private Integer splitBefore;
    private Integer target;
    private String underWay;

    /** @param lost what an operator knows of a request whose answer was lost: {@code again}, the vendor's id, or null */
    EngineRun(Engines ledger, String account, EngineFile file, String lost) {
        this.ledger = ledger;
        this.account = account;
        this.file = file;
        this.engine = file.engine();
        this.steps = new EngineSteps(engine);
        this.lost = lost;
        this.version = ledger.find(account, engine.name(), engine.version()).orElse(null);
    }

    /**
     * Takes the version for this run alone.
     *
     * @throws EngineRefused when another one is at it
     */
    void hold() {
        version = ledger.hold(account, engine.name(), engine.version())
                .orElseThrow(() -> new EngineRefused("another command is at work on " + engine.name() + " "
                        + engine.version() + "; try again later"));
        held = true;
        splitBefore = version.settings() == null ? null : version.split();
    }

    @Override
    public void close() {
        if (held) {
            ledger.release(version);
            held = false;
        }
    }

    EngineFile file() {
        return file;
    }

    Engine engine() {
        return engine;
    }

    /** The webhook that a step is about. */
    Engine.Webhook webhook(String step) {
        return steps.webhook(step);
    }

    Optional<EngineVersion> version() {
        return Optional.ofNullable(version);
    }

    public String getAccount() {
        return account;
    }

    void say(String line) {
        lines.add(line);
    }

    /** What to tell whoever gave the command. */
    public List<String> getLines() {
        return List.copyOf(lines);
    }

    /** The vendor's id of the version, null while there is none. */
    public String getId() {
        return version == null ? null : version.engineId();
    }

    /** The same as one segment of a URL's path. */
    public String getIdInPath() {
        return segment(getId());
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public int getTrafficSplit() {
        return version == null ? engine.trafficSplit() : version.split();
    }

    public String getPayloadHash() {
        return EngineBodies.digest(EngineBodies.creation(engine));
    }

    /** What would change against what was last applied: of this version, or of another one if this one is new. */
    public List<String> getChanges() {
        String own = version == null ? null : version.settings();
        String before = own != null
                ? own
                : ledger.lastApplied(account, engine.name())
                        .map(EngineVersion::settings)
                        .orElse(null);
        List<String> changes = EngineSettings.of(engine).since(EngineSettings.applied(before));
        return own == null && changes.isEmpty() ? List.of("+ version: " + engine.version()) : changes;
    }

    public boolean isChanged() {
        return !getChanges().isEmpty();
    }

    /** Whether a step is still to be done, or with another content than before. */
    public boolean lacks(String step) {
        return step.equals(EngineSteps.CREATE)
                ? getId() == null
                : version.step(step)
                        .filter(earlier ->
                                earlier.done() && steps.digest(step, getId()).equals(earlier.digest()))
                        .isEmpty();
    }

    /** The body of a step's request, as JSON. */
    public String json(String step) {
        return EngineBodies.json(steps.body(step, getId()));
    }

    /** The step for the next webhook that the vendor does not have, or not so; null when there is none. */
    public String getNextWebhook() {
        return steps.webhooks().filter(this::lacks).findFirst().orElse(null);
    }

    /** The step of a webhook that the vendor has and the file does not; null when there is none. */
    public String getNextLeftover() {
        return version.steps().keySet().stream()
                .filter(steps::isLeftover)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /** The vendor's id of what a step made, as one segment of a URL's path; null when it made nothing. */
    public String vendorIdInPath(String step) {
        String id = version.step(step).map(Step::vendorId).orElse(null);
        return id == null ? null : segment(id);
    }

    /** A request of a step goes out now. */
    public void begin(String step) {
        version = ledger.begin(version, step);
        underWay = step;
    }

    /** The vendor refused what was under way, or never got it. */
    void refused() {
        if (underWay != null) {
            version = ledger.forget(version, underWay);
            underWay = null;
        }
    }

    /** Whether a request went out and nobody knows what came of it. */
    public boolean isUnderWay() {
        return underWay != null;
    }

    /** Whether it was asked what would change, and something would. */
    public boolean isToBeApplied() {
        return toBeApplied;
    }

    void plan() {
        getChanges().forEach(this::say);
        toBeApplied = isChanged();
    }

    /** A step that may be repeated is done. */
    public void done(String step) {
        finished(step, version.step(step).map(Step::vendorId).orElse(null));
        say("done: " + step);
    }

    void finished(String step, String vendorId) {
        version = ledger.done(version, step, steps.digest(step, getId()), vendorId);
        underWay = null;
        if (step.equals(EngineSteps.SPLIT)) {
            version = ledger.split(version, engine.trafficSplit());
        }
    }

    void forget(String step) {
        version = ledger.forget(version, step);
        say("removed: " + step);
    }

    /** @param asSent whether the vendor has just made it as we sent it; one that was found may be otherwise */
    void created(String id, boolean asSent) {
        Map<String, String> digests = new LinkedHashMap<>();
        if (asSent) {
            digests.put(EngineSteps.DESCRIPTION, steps.digest(EngineSteps.DESCRIPTION, id));
            digests.put(EngineSteps.SPLIT, steps.digest(EngineSteps.SPLIT, id));
        }
        version = ledger.created(version, EngineSteps.CREATE, id, engine.trafficSplit(), digests);
        underWay = null;
        say((asSent ? "created" : "found at the vendor") + ": version " + engine.version() + " as " + id);
    }

    /**
     * Whether a step's request may go out, now that the vendor's list has been asked in vain.
     *
     * @param listed false when the vendor does not list such things
     * @return the vendor's id that an operator gave, or null
     * @throws EngineRefused when an earlier answer was lost, and nobody knows what came of it
     */
    String afterSearch(String step, boolean listed) {
        boolean unsure = version.step(step).filter(earlier -> !earlier.done()).isPresent();
        if (!unsure || listed || Objects.equals(lost, "again")) {
            return null;
        }
        if (lost != null) {
            return lost;
        }
        throw new EngineRefused(
                "step '" + step + "': the answer to an earlier request was lost, and the vendor does not"
                        + " list what it has. Look there; then apply with --lost ID if it is there, or with --lost again if not");
    }

    void applied() {
        version = ledger.applied(
                version, getPayloadHash(), EngineSettings.of(engine).json(), splitBefore);
        say("applied: payload SHA-256 " + getPayloadHash());
    }

    /** Percent that the split is to be moved to; null when it stays. */
    public Integer getTarget() {
        return target;
    }

    void aimAt(Integer split) {
        target = split;
    }

    /** The body that moves the split, as JSON. */
    public String getMove() {
        return EngineBodies.json(EngineBodies.split(target));
    }

    /** Whether the answer to an earlier move was lost. */
    boolean isMoveUnsure() {
        return version.step(EngineSteps.MOVE).isPresent();
    }

    /** The split stands where it stood. */
    void stays() {
        version = ledger.forget(version, EngineSteps.MOVE);
        underWay = null;
        say("nothing to do: traffic split is " + target);
    }

    void moved(String change) {
        int before = version.split();
        version = ledger.forget(ledger.moved(version, change, target), EngineSteps.MOVE);
        underWay = null;
        say(change + ": traffic split " + before + " -> " + target);
    }

    /** Another version of the engine, which the vendor had got before; null when there is none. */
    EngineVersion before() {
        return version == null ? null : ledger.before(version).orElse(null);
    }
}
