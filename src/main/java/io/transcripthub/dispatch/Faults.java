package io.transcripthub.dispatch;

import com.fasterxml.jackson.core.JacksonException;
import io.transcripthub.accounts.NoLanguages;
import io.transcripthub.accounts.NoToken;
import io.transcripthub.chats.UnreadableChat;
import io.transcripthub.ledger.Fault;
import io.transcripthub.ledger.Fault.Kind;
import io.transcripthub.network.ConnectionFault;
import io.transcripthub.transcripts.UnusableAnswer;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeExtension;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in words what went wrong with a request, and how patiently it is to be tried again. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    public static Fault of(Throwable failure, Exchange exchange, InstantSource clock) {
        return ofRequest(failure, clock).orElseGet(() -> inTheRoute(failure, exchange));
    }

    /** The fault of a request; empty when the failure is not one of a request. */
    public static Optional<Fault> ofRequest(Throwable failure, InstantSource clock) {
        if (failure instanceof HttpOperationFailedException refused) {
            Instant notBefore = RetryAfter.from(refused.getResponseHeaders(), clock);
            return fault(kind(refused.getStatusCode()), VendorWords.of(refused), notBefore);
        }
        if (failure instanceof NoToken none) {
            return fault(Kind.NOT_SENT, none.getMessage(), none.notBefore());
        }
        if (failure instanceof NoLanguages none) {
            return fault(Kind.NOT_SENT, none.getMessage(), none.notBefore());
        }
        if (failure instanceof UnreadableChat) {
            return fault(Kind.NOT_SENT, failure.getMessage(), null);
        }
        if (failure instanceof UnusableAnswer) {
            return fault(Kind.UNANSWERED, failure.getMessage(), null);
        }
        if (failure instanceof JacksonException) {
            return fault(Kind.UNANSWERED, "the answer is not JSON, or cut off", null);
        }
        return network(failure);
    }

    private static Optional<Fault> fault(Kind kind, String reason, Instant notBefore) {
        return Optional.of(new Fault(kind, reason, notBefore));
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 429 -> Kind.BUSY;
            case 502, 504 -> Kind.UNSURE;
            default -> Kind.AWAY;
        };
    }

    private static Optional<Fault> network(Throwable failure) {
        Optional<String> refused = ConnectionFault.words(failure);
        if (refused.isPresent()) {
            return fault(Kind.AWAY, "no connection: " + refused.get(), null);
        }
        if (failure instanceof TimeoutException) {
            return fault(Kind.UNANSWERED, "no answer in time", null);
        }
        if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
            return fault(Kind.AWAY, "no connection: " + failure.getMessage(), null);
        }
        return failure instanceof IOException || failure instanceof VertxException
                ? fault(Kind.UNANSWERED, "connection lost: " + failure.getMessage(), null)
                : Optional.empty();
    }

    /** Says what and where, and leaves out the message: it may quote the text that it choked on. */
    private static Fault inTheRoute(Throwable failure, Exchange exchange) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        ExchangeExtension at = exchange.getExchangeExtension();
        String reason = root.getClass().getSimpleName() + " in route " + exchange.getFromRouteId() + " at "
                + at.getHistoryNodeId() + " (" + at.getHistoryNodeSource() + ")";
        LOG.error("{}", reason);
        return new Fault(Kind.UNANSWERED, reason, null);
    }
}
