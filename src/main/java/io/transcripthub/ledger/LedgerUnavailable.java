package io.transcripthub.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The ledger's database cannot be used; the message says why in an operator's words. */
public final class LedgerUnavailable extends RuntimeException {
    LedgerUnavailable(String message) {
        super(message);
    }

    LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** The database's words, unless they are about a value (SQLSTATE classes 22 and 23), which they may quote. */
    /** Whether the database is only away: the same may succeed later. */
    boolean isPassing() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql instanceof SQLTransientConnectionException
                            || String.valueOf(sql.getSQLState()).matches("(08|57).*"))) {
                return true;
            }
        }
        return false;
    }

    static LedgerUnavailable because(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        boolean value = state.startsWith("22") || state.startsWith("23");
        String words = value ? "a value was refused, SQLSTATE " + state : failed.getMessage();
        return new LedgerUnavailable("ledger: " + words, value ? null : failed);
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
