package io.transcripthub.accounts;

import java.time.Duration;
import java.time.Instant;

/** An access token with the times at which it is renewed and at which it no longer serves. */
public record AccessToken(String value, Instant renewAt, Instant expiresAt) {
    /** Share of its lifetime after which a token is renewed while it still serves. */
    private static final double RENEWAL = 0.8;

    static AccessToken issued(String value, Duration lifetime, Instant now) {
        Duration untilRenewal = Duration.ofMillis((long) (lifetime.toMillis() * RENEWAL));
        return new AccessToken(value, now.plus(untilRenewal), now.plus(lifetime));
    }

    boolean serves(Instant now) {
        return now.isBefore(expiresAt);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(renewAt);
    }

    @Override
    public String toString() {
        return "access token until " + expiresAt;
    }
}
