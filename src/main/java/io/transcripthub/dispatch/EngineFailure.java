package io.transcripthub.dispatch;

import io.transcripthub.accounts.NoToken;
import io.transcripthub.api.EnginesApi;
import io.transcripthub.engines.EngineRun;
import io.transcripthub.engines.SpeechEngines;
import java.net.ConnectException;
import java.time.InstantSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Puts into words why a command about a speech engine came to nothing, and notes when the vendor surely did not do what was
 * asked last.
 */
public final class EngineFailure implements Processor {
    private final EnginesApi api;
    private final SpeechEngines engines;
    private final InstantSource clock;

    public EngineFailure(EnginesApi api, SpeechEngines engines, InstantSource clock) {
        this.api = api;
        this.engines = engines;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable failure = ours(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
        EngineRun run = exchange.getVariable("run", EngineRun.class);
        boolean lost = run != null && run.isUnderWay();
        if (lost && surelyRefused(failure)) {
            engines.refused(run);
            lost = false;
        }
        String words = EnginesApi.saysItself(failure) ? "" : words(failure, exchange);
        exchange.getMessage().setBody(api.failed(failure, run, lost ? words.replaceFirst("\\.$", "") + LOST : words));
    }

    private static final String LOST =
            "; it may have been done all the same. Give the command again to go on: nothing is made twice";

    /** Camel wraps what a method throws that an expression calls. */
    private static Throwable ours(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (EnginesApi.saysItself(cause)) {
                return cause;
            }
        }
        return failure;
    }

    private String words(Throwable failure, Exchange exchange) {
        String reason = Faults.of(failure, exchange, clock).reason();
        if (Faults.ofRequest(failure, clock).isEmpty()) {
            return "the run broke off at a step of its route: "
                    + failure.getClass().getSimpleName();
        }
        return failure instanceof HttpOperationFailedException answered
                ? answer(answered.getStatusCode()) + ": " + reason
                : "no answer from the vendor: " + reason;
    }

    private static String answer(int status) {
        return switch (status) {
            case 403 -> "the vendor refuses it, for want of a licence or a permission";
            case 502, 504 -> "no answer from the vendor, but one from a gateway";
            default -> status < 500 ? "the vendor refuses it" : "the vendor cannot do it now";
        };
    }

    /** A 503 says that the server did not take the request up. */
    private static boolean surelyRefused(Throwable failure) {
        if (failure instanceof HttpOperationFailedException refused) {
            int status = refused.getStatusCode();
            return status < 500 && status != 408 || status == 503;
        }
        return failure instanceof NoToken || failure instanceof ConnectException;
    }
}
