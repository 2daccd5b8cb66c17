package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What one transaction gives back and takes of one table's rows, to be undone when it is not committed. */
final class Turn {
    private final Claims claims;
    private final List<Long> givenBack = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();

    Turn(Claims claims) {
        this.claims = claims;
    }

    void giveBack(Collection<Long> keys) {
        claims.giveBack(keys);
        givenBack.addAll(keys);
    }

    List<Long> take(Connection connection, Claim<?> claim, Instant now) throws SQLException {
        List<Long> keys = claims.take(connection, claim, now);
        taken.addAll(keys);
        return keys;
    }

    void undo(Instant now) {
        claims.giveBack(taken);
        claims.keep(givenBack, now);
    }
}
