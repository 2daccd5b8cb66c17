package io.transcripthub.sandbox;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What stands before every call of a vendor's API: faults of the network, token, rate limit, outage. */
final class Gate {
    private final InstantSource time;
    private final FaultInjection faults;
    private final Recorder recorder;
    private final Tokens tokens;
    private final Responder responder;

    Gate(InstantSource time, FaultInjection faults, Recorder recorder, Tokens tokens, Responder responder) {
        this.time = time;
        this.faults = faults;
        this.recorder = recorder;
        this.tokens = tokens;
        this.responder = responder;
    }

    /** Answers with the work's answer, unless something comes between. */
    void serve(Visit visit, Supplier<Answer> work) {
        serveLater(visit, () -> Future.succeededFuture(work.get()));
    }

    /** The same, when that answer is there. */
    void serveLater(Visit visit, Supplier<Future<Answer>> work) {
        if (visit.resource().visit(time.millis())) {
            recorder.cameBeforeRetryAfter();
        }
        if (faults.strikes(Fault.DROP, visit)) {
            visit.request().connection().close();
        } else if (!faults.strikes(Fault.HANG, visit)) {
            answer(visit, work).onSuccess(answer -> responder.send(visit, answer));
        }
    }

    private Future<Answer> answer(Visit visit, Supplier<Future<Answer>> work) {
        if (faults.strikes(Fault.REVOKE, visit)) {
            tokens.revokeAll();
        }
        if (!tokens.accept(visit.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            return Future.succeededFuture(Answer.UNAUTHORIZED);
        }
        if (faults.strikes(Fault.THROTTLED, visit)) {
            return Future.succeededFuture(faults.throttle(visit.resource()));
        }
        return faults.strikes(Fault.UNAVAILABLE, visit) ? Future.succeededFuture(Answer.UNAVAILABLE) : work.get();
    }
}
