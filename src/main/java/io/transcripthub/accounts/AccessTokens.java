package io.transcripthub.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Access tokens, one for each token request, whoever asks and however often. At most one fetch of a token is under way;
 * a token is renewed ahead of its end while it still serves. An endpoint that gave none is left alone for a second, or for
 * as long as it asked.
 */
public final class AccessTokens {
    /**
     * What a token endpoint answers.
     *
     * @param lifetime from the answer on
     */
    public record Issued(String token, Duration lifetime) {}

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Tokens that may still be on their way to a refusal. */
    private static final int PROVEN_TOKENS = 8;

    private final Function<TokenRequest, CompletionStage<Issued>> endpoint;
    private final InstantSource clock;
    private final Map<TokenRequest, Slot> slots = new ConcurrentHashMap<>();

    public AccessTokens(Function<TokenRequest, CompletionStage<Issued>> endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** A token that serves now; fails as the endpoint does. */
    public CompletionStage<String> token(TokenRequest request) {
        return slot(request).token();
    }

    /** Drops a token that was refused, unless it was replaced already. */
    public void refused(TokenRequest request, String token) {
        slot(request).refused(token);
    }

    /** A request with the token was not refused. */
    public void served(TokenRequest request, String token) {
        slot(request).served(token);
    }

    /** Whether the token has served: when it is refused now, it was revoked, and the credentials are good. */
    public boolean hasServed(TokenRequest request, String token) {
        return slot(request).hasServed(token);
    }

    private Slot slot(TokenRequest request) {
        return slots.computeIfAbsent(request, Slot::new);
    }

    private final class Slot {
        private final TokenRequest request;
        private AccessToken current;
        private CompletableFuture<AccessToken> fetch;
        private CompletableFuture<AccessToken> failed;
        private Instant failedUntil = Instant.MIN;
        private final Deque<String> proven = new ArrayDeque<>();

        private Slot(TokenRequest request) {
            this.request = request;
        }

        private synchronized void served(String token) {
            if (!token.equals(proven.peekLast())) {
                proven.remove(token);
                proven.addLast(token);
                if (proven.size() > PROVEN_TOKENS) {
                    proven.removeFirst();
                }
            }
        }

        private synchronized boolean hasServed(String token) {
            return proven.contains(token);
        }

        private CompletionStage<String> token() {
            CompletableFuture<AccessToken> underWay;
            synchronized (this) {
                if (current != null && current.isFresh(clock.instant())) {
                    return CompletableFuture.completedFuture(current.value());
                }
                underWay = fetch();
                if (current != null && current.serves(clock.instant())) {
                    return CompletableFuture.completedFuture(current.value());
                }
            }
            return underWay.thenApply(AccessToken::value);
        }

        private CompletableFuture<AccessToken> fetch() {
            if (fetch != null) {
                return fetch;
            }
            if (clock.instant().isBefore(failedUntil)) {
                return failed;
            }
            CompletableFuture<AccessToken> started = new CompletableFuture<>();
            fetch = started;
            endpoint.apply(request).whenComplete((issued, failure) -> arrived(started, issued, failure));
            return started;
        }

        private void arrived(CompletableFuture<AccessToken> started, Issued issued, Throwable failure) {
            AccessToken token =
                    issued == null ? null : AccessToken.issued(issued.token(), issued.lifetime(), clock.instant());
            synchronized (this) {
                current = token == null ? current : token;
                fetch = null;
                if (token == null) {
                    failed = started;
                    failedUntil = askAgainAt(failure);
                }
            }
            if (token == null) {
                started.completeExceptionally(failure);
            } else {
                started.complete(token);
            }
        }

        private Instant askAgainAt(Throwable failure) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            Instant asked = cause instanceof NoToken none ? none.notBefore() : null;
            return asked == null ? clock.instant().plus(PAUSE) : asked;
        }

        private synchronized void refused(String token) {
            if (current != null && current.value().equals(token)) {
                current = null;
            }
        }
    }
}
