package io.transcripthub.engines;

import io.transcripthub.ledger.EngineVersion;
import io.transcripthub.ledger.Engines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How a version and the one before recognised speech over the last week, side by side. */
public final class EngineStatus {
    private static final Duration PERIOD = Duration.ofDays(7);
    private static final String NONE = "-";

    private final Engines ledger;
    private final EngineRun run;
    private final EngineVersion version;
    private final EngineVersion before;
    private final Instant from;
    private final Instant to;
    private final Map<String, Recognition> measured = new HashMap<>();

    EngineStatus(Engines ledger, EngineRun run, InstantSource clock) {
        this.ledger = ledger;
        this.run = run;
        this.version = run.version()
                .filter(known -> known.engineId() != null)
                .orElseThrow(() -> new EngineRefused("expected " + run.engine().name() + " "
                        + run.engine().version() + " to be at the vendor, found that it was not applied"));
        this.before = run.before();
        this.to = clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        this.from = to.minus(PERIOD);
    }

    /** The vendor's ids of the versions to be measured: this one, and the one before if there is one. */
    public List<String> getIds() {
        return before == null ? List.of(version.engineId()) : List.of(version.engineId(), before.engineId());
    }

    /** The next of these that has not been measured; null when all have. */
    public String getNextId() {
        return getIds().stream()
                .filter(id -> !measured.containsKey(id))
                .findFirst()
                .orElse(null);
    }

    /** The vendor's query for the metrics of an engine, as JSON. */
    public String query(String engineId) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put(
                "where", "speechEngineId = \"" + engineId.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        query.put("groupBy", List.of("speechEngineId", "recognitionStatus"));
        query.put("interval", "PT1H");
        query.put("metrics", List.of("speechDuration", "recognitionErrorRate", "updateLatencyMs", "count"));
        query.put("from", from.toString());
        query.put("to", to.toString());
        return EngineBodies.json(query);
    }

    void measured(String engineId, Map<String, Object> answer) {
        measured.put(engineId, Recognition.of(answer.get("results"), engineId));
    }

    Recognition now() {
        return measured.get(version.engineId());
    }

    private Recognition then() {
        return before == null ? null : measured.get(before.engineId());
    }

    Verdict verdict() {
        return Verdict.of(now(), then(), run.engine().promotion());
    }

    void say() {
        run.say(version.name() + ", " + from + " to " + to);
        row("version", version.version(), before == null ? NONE : before.version());
        row("speech engine id", version.engineId(), before == null ? NONE : before.engineId());
        row("traffic split, percent", text(version.split()), before == null ? NONE : text(before.split()));
        if (run.isMoveUnsure()) {
            run.say(
                    "the answer to the last move was lost, the vendor may have another split; promote or roll back again");
        }
        row("recognitions", one -> one.samples() == null ? NONE : one.samples().toString());
        row("recognition error rate", one -> fraction(one.errorRate()));
        row("speech, seconds", one -> String.format(Locale.ROOT, "%.0f", one.speechSeconds()));
        row(
                "update latency, ms",
                one -> Double.isNaN(one.updateLatencyMs())
                        ? NONE
                        : String.format(Locale.ROOT, "%.0f", one.updateLatencyMs()));
        List<Double> own = wordErrorRates(version);
        List<Double> earlier = before == null ? List.of() : wordErrorRates(before);
        row("own word error rate", mean(own), mean(earlier));
        row("own scored transcripts", text(own.size()), before == null ? NONE : text(earlier.size()));
        Verdict verdict = verdict();
        run.say("verdict: " + verdict.word() + "; " + verdict.reason());
    }

    private void row(String title, Function<Recognition, String> value) {
        row(title, value.apply(now()), then() == null ? NONE : value.apply(then()));
    }

    private void row(String title, String now, String then) {
        run.say(String.format(Locale.ROOT, "%-24s %20s %20s", title, now, then).stripTrailing());
    }

    /** Transcripts may name an engine by the vendor's id, or by name and version. */
    private List<Double> wordErrorRates(EngineVersion one) {
        Set<String> names = Set.of(one.engineId(), one.name() + " " + one.version());
        return ledger.wordErrorRates(names, from, to);
    }

    private static String mean(List<Double> rates) {
        return fraction(
                rates.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
    }

    private static String fraction(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
