package io.transcripthub.dispatch;

import com.fasterxml.jackson.core.JacksonException;
import io.transcripthub.accounts.NoToken;
import io.transcripthub.ledger.Fault;
import io.transcripthub.ledger.Fault.Kind;
import io.transcripthub.transcripts.UnusableAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Says in words what went wrong with a request, and how patiently it is to be tried again. */
final class Faults {
    private Faults() {}

    static Fault of(Throwable failure, InstantSource clock) {
        if (failure instanceof HttpOperationFailedException refused) {
            Instant notBefore = RetryAfter.from(refused.getResponseHeaders(), clock);
            return new Fault(Kind.AWAY, VendorWords.of(refused), notBefore);
        }
        if (failure instanceof NoToken) {
            return new Fault(Kind.NOT_SENT, failure.getMessage(), null);
        }
        if (failure instanceof UnusableAnswer) {
            return new Fault(Kind.UNANSWERED, failure.getMessage(), null);
        }
        if (failure instanceof JacksonException) {
            return new Fault(Kind.UNANSWERED, "the answer is not JSON, or cut off", null);
        }
        return network(failure);
    }

    private static Fault network(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return new Fault(Kind.UNANSWERED, "no answer in time", null);
        }
        if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
            return new Fault(Kind.AWAY, "no connection: " + failure.getMessage(), null);
        }
        if (failure instanceof IOException) {
            return new Fault(Kind.UNANSWERED, "connection lost: " + failure.getMessage(), null);
        }
        // messages of other failures may quote what they choked on
        return new Fault(Kind.UNANSWERED, failure.getClass().getSimpleName() + " in the route", null);
    }
}
