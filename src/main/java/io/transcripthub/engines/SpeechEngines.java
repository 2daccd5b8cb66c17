package io.transcripthub.engines;

import io.transcripthub.engines.Engine.Promotion;
import io.transcripthub.ledger.Engines;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the routes about speech engines ask of the hub: they ask the vendor, this says what its answers mean. */
public final class SpeechEngines {
    private final Engines ledger;
    private final InstantSource clock;

    public SpeechEngines(Engines ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Begins a command.
     *
     * @param lost see {@link EngineRun}
     * @param alone whether it changes anything, and no other one may be at the same version
     * @throws EngineRefused when another one is
     */
    public EngineRun begin(String account, EngineFile file, String lost, boolean alone) {
        EngineRun run = new EngineRun(ledger, account, file, lost);
        if (alone) {
            run.hold();
        }
        return run;
    }

    /** @param run null when it did not begin */
    public void end(EngineRun run) {
        if (run != null) {
            run.close();
        }
    }

    public void plan(EngineRun run) {
        run.plan();
    }

    /** A request of a step goes out now. */
    public void begin(EngineRun run, String step) {
        run.begin(step);
    }

    /** A step that may be repeated is done. */
    public void done(EngineRun run, String step) {
        run.done(step);
    }

    /** The vendor refused the request that was under way, or never got it: it may be sent again. */
    public void refused(EngineRun run) {
        run.refused();
    }

    /** @throws InvalidEngine when the vendor offers nothing that fits the file */
    public void check(EngineRun run, List<Map<String, Object>> models, List<Map<String, Object>> profiles) {
        run.file().checkAgainst(new Catalogue(models, profiles));
    }

    /** @param engines as the vendor lists them, null when it does not list them */
    public void searched(EngineRun run, List<Map<String, Object>> engines) {
        Optional<Map<String, Object>> found = listed(engines)
                .filter(engine -> run.engine().name().equals(engine.get("name"))
                        && run.engine().version().equals(engine.get("version")))
                .findFirst();
        String id = found.map(engine -> id(engine, "speechEngineId"))
                .orElseGet(() -> run.afterSearch(EngineSteps.CREATE, engines != null));
        if (id != null) {
            run.created(id, false);
        }
    }

    public void created(EngineRun run, Map<String, Object> answer) {
        run.created(required(answer, "speechEngineId"), true);
    }

    /** @param webhooks as the vendor lists them, null when it does not list them */
    public void searched(EngineRun run, String step, List<Map<String, Object>> webhooks) {
        Engine.Webhook wanted = run.webhook(step);
        Optional<Map<String, Object>> found = listed(webhooks)
                .filter(webhook -> wanted.name().equals(webhook.get("name"))
                        && wanted.callbackUrl().equals(webhook.get("callbackUrl"))
                        && webhook.get("filter") instanceof Map<?, ?> filter
                        && filter.get("speechEngineIds") instanceof List<?> ids
                        && ids.contains(run.getId()))
                .findFirst();
        String id =
                found.map(webhook -> id(webhook, "webhookId")).orElseGet(() -> run.afterSearch(step, webhooks != null));
        if (id != null) {
            run.finished(step, id);
            run.say("found at the vendor: " + step + " as " + id);
        }
    }

    public void registered(EngineRun run, String step, Map<String, Object> answer) {
        String id = required(answer, "webhookId");
        run.finished(step, id);
        run.say("registered: " + step + " as " + id);
    }

    public void removed(EngineRun run, String step) {
        run.forget(step);
    }

    private static Stream<Map<String, Object>> listed(List<Map<String, Object>> entities) {
        return entities == null ? Stream.empty() : entities.stream();
    }

    private static String id(Map<String, Object> entity, String name) {
        Object id = entity.get(name) == null ? entity.get("id") : entity.get(name);
        return id == null || id.toString().isBlank() ? null : id.toString();
    }

    private static String required(Map<String, Object> answer, String name) {
        String id = answer == null ? null : id(answer, name);
        if (id == null) {
            throw new EngineRefused("expected " + name + " in the vendor's answer, found none");
        }
        return id;
    }

    /** The vendor's audit entry of an apply, as JSON. */
    public String auditEntry(EngineRun run) {
        boolean isNew = run.version().filter(known -> known.settings() == null).isPresent();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("source", "transcript-hub");
        entry.put("eventType", "speech.engine.configuration");
        entry.put("targetId", run.getId());
        entry.put("action", isNew ? "DEPLOY" : "UPDATE");
        entry.put("payloadHash", run.getPayloadHash());
        entry.put("timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return EngineBodies.json(entry);
    }

    /** All is done at the vendor: audit chain, event and ledger, at once. */
    public void applied(EngineRun run) {
        run.applied();
    }

    /** @throws EngineRefused when the version is not at the vendor */
    public EngineStatus status(EngineRun run) {
        return new EngineStatus(ledger, run, clock);
    }

    public void measured(EngineStatus status, String engineId, Map<String, Object> answer) {
        status.measured(engineId, answer);
    }

    public void tell(EngineStatus status) {
        status.say();
    }

    /**
     * Aims at the next step of the file; at none when the last one is reached.
     *
     * @throws EngineRefused when error rate or sample size do not hold
     */
    public void aim(EngineRun run, EngineStatus status) {
        Promotion rules = run.engine().promotion();
        if (rules == null) {
            throw run.file().expected("promotion", "rules to promote by", "none");
        }
        Integer next = rules.steps().stream()
                .filter(step -> step > run.getTrafficSplit())
                .findFirst()
                .orElse(null);
        String against = Verdict.against(status.now(), rules);
        if (next != null && against != null) {
            throw new EngineRefused("not promoted, the split stays at " + run.getTrafficSplit() + ": " + against);
        }
        run.aimAt(next);
        if (next == null) {
            run.say("nothing to do: traffic split is " + run.getTrafficSplit());
        }
    }

    /** Aims at 0. */
    public void aimAtNothing(EngineRun run) {
        status(run);
        run.aimAt(0);
    }

    /** @param change {@code promoted} or {@code rolled back} */
    public void moved(EngineRun run, String change) {
        if (Objects.equals(run.getTarget(), run.getTrafficSplit())) {
            run.stays();
        } else {
            run.moved(change);
        }
    }
}
