package io.transcripthub.api;

import io.transcripthub.accounts.Account;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.events.EventReader;
import io.transcripthub.events.EventSignature;
import io.transcripthub.events.UnexpectedEvent;
import io.transcripthub.ledger.EventInbox;
import io.transcripthub.ledger.VendorEvent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Where vendors send their events. The signature comes first: until it is right, nothing else of a request is read. */
public final class WebhooksApi {
    private final Accounts accounts;
    private final EventInbox inbox;

    public WebhooksApi(Accounts accounts, EventInbox inbox) {
        this.accounts = accounts;
        this.inbox = inbox;
    }

    /**
     * Answers once the event is on disk: 202, or 200 when it had come before.
     *
     * @param headers by their names in lower case
     * @param fromHere whether the request came from this machine
     */
    public CompletableFuture<Answer> receive(
            String account, Map<String, String> headers, byte[] body, boolean fromHere) {
        Account known = accounts.named(account).orElse(null);
        if (known == null) {
            return done(Answer.error(404, "there is no account '" + shown(account) + "'", null));
        }
        EventSignature signature = accounts.eventSignature(account);
        if (!signature.hasSecret() && !fromHere) {
            return done(Answer.error(401, "expected " + account + ".webhook-secret to be set, found none", null));
        }
        if (signature.hasSecret() && !signature.verify(headers, body)) {
            return done(Answer.error(
                    401,
                    "expected " + signature.expected() + " by " + account + ".webhook-secret, found another",
                    null));
        }
        return read(known, body);
    }

    private CompletableFuture<Answer> read(Account account, byte[] body) {
        try {
            VendorEvent event = EventReader.read(account.name(), account.type(), body);
            return inbox.receive(event)
                    .thenApply(isNew -> isNew
                            ? new Answer(202, Map.of("status", "accepted"))
                            : new Answer(200, Map.of("status", "duplicate")));
        } catch (UnexpectedEvent unexpected) {
            return done(Answer.error(400, unexpected.getMessage(), unexpected.field()));
        }
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.length() + " characters" : name;
    }

    private static CompletableFuture<Answer> done(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
