package io.transcripthub.api;

import io.transcripthub.accounts.Accounts;
import io.transcripthub.engines.EngineFile;
import io.transcripthub.engines.EngineRefused;
import io.transcripthub.engines.EngineRun;
import io.transcripthub.engines.InvalidEngine;
import io.transcripthub.engines.SpeechEngines;
import io.transcripthub.intake.Rejected;
import io.transcripthub.ledger.Doorbell;
import io.transcripthub.ledger.LedgerUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations of the HTTP API on speech engines. What is done at the vendor is up to routes. */
public final class EnginesApi {
    /** What changes nothing. */
    private static final Set<String> LOOKING = Set.of("plan", "status");

    private final SpeechEngines engines;
    private final Accounts accounts;
    private final Doorbell doorbell;

    public EnginesApi(SpeechEngines engines, Accounts accounts, Doorbell doorbell) {
        this.engines = engines;
        this.accounts = accounts;
        this.doorbell = doorbell;
    }

    /**
     * Begins a command.
     *
     * @param operation plan, apply, status, promote or rollback
     * @throws Rejected and InvalidEngine when it cannot be used
     */
    public EngineRun begin(String body, String operation) {
        EngineRequest request = EngineRequest.read(body);
        String account = account(request.account());
        boolean alone = !LOOKING.contains(operation);
        return engines.begin(
                account, EngineFile.read(request.file(), request.content(), request.grammar()), request.lost(), alone);
    }

    private String account(String asked) {
        List<String> known = accounts.ofType("cxone");
        if (asked == null && !known.isEmpty()) {
            return known.get(0);
        }
        if (asked == null || !known.contains(asked)) {
            throw Rejected.expected("account", "a CXone account, one of " + known, asked == null ? "none" : asked);
        }
        return asked;
    }

    /** What came of a command. */
    public Answer done(EngineRun run) {
        doorbell.ring();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", run.getAccount());
        json.put("speechEngineId", run.getId());
        json.put("trafficSplit", run.getTrafficSplit());
        json.put("payloadHash", run.getPayloadHash());
        json.put("changes", run.isToBeApplied());
        json.put("lines", run.getLines());
        return Answer.ok(json);
    }

    /** Whether {@link #failed} knows the words for a failure without being told. */
    public static boolean saysItself(Throwable failure) {
        return failure instanceof Rejected
                || failure instanceof InvalidEngine
                || failure instanceof EngineRefused
                || failure instanceof LedgerUnavailable;
    }

    /**
     * Why a command came to nothing.
     *
     * @param run null when it had not begun
     * @param vendor what the vendor said, when the failure is one of a request to it
     */
    public Answer failed(Throwable failure, EngineRun run, String vendor) {
        if (failure instanceof Rejected rejected) {
            return Answer.error(400, rejected.getMessage(), rejected.field());
        }
        if (failure instanceof InvalidEngine invalid) {
            return lines(400, invalid.getMessage(), invalid.problems());
        }
        List<String> said = run == null ? List.of() : run.getLines();
        if (failure instanceof EngineRefused refused) {
            return lines(409, refused.getMessage(), said);
        }
        return failure instanceof LedgerUnavailable ? Answer.failure(failure) : lines(502, vendor, said);
    }

    private static Answer lines(int status, String words, List<String> lines) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("error", words);
        json.put("lines", lines);
        return new Answer(status, json);
    }
}
