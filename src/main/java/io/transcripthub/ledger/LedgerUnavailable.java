package io.transcripthub.ledger;

/** The ledger's database cannot be used; the message says why in an operator's words. */
public final class LedgerUnavailable extends RuntimeException {
    LedgerUnavailable(String message) {
        super(message);
    }

    LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    static LedgerUnavailable because(String url, Exception cause) {
        if (cause instanceof LedgerUnavailable known) {
            return known;
        }
        String place = url.replaceAll("[;?].*", "");
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains("already in use")) {
                return new LedgerUnavailable(
                        "another process uses the ledger at " + place + "; stop it, or choose another hub.data-dir",
                        cause);
            }
        }
        return new LedgerUnavailable(
                "hub.db.url: cannot use the ledger at " + place + ": " + cause.getMessage(), cause);
    }
}
