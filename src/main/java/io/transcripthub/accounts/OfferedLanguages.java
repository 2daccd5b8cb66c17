package io.transcripthub.accounts;

import io.transcripthub.ledger.Languages;
import io.transcripthub.ledger.Languages.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Which languages an account's vendor transcribes. The vendor's own list decides; while it is away, the list it gave
 * last.
 */
public final class OfferedLanguages {
    /** A language that is not on a list of this age may have been added since. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /** A vendor that has not answered by then counts as away. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A vendor that is away is not asked again for so long, unless it said for how long. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Languages kept;
    private final Function<String, CompletionStage<Set<String>>> vendor;
    private final InstantSource clock;
    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Offer>> underWay = new ConcurrentHashMap<>();
    private final Map<String, NoLanguages> aways = new ConcurrentHashMap<>();

    /** @param vendor answers an account's list of languages, or fails */
    public OfferedLanguages(
            Languages kept, Function<String, CompletionStage<Set<String>>> vendor, InstantSource clock) {
        this.kept = kept;
        this.vendor = vendor;
        this.clock = clock;
    }

    /**
     * The list that decides about a language: the one at hand when it has the language or is new, else the vendor's.
     * Fails only when the vendor is away and never gave a list.
     */
    public CompletionStage<Set<String>> deciding(String account, String language) {
        Optional<Offer> offer = atHand(account);
        boolean decides = offer.isPresent()
                && (offer.get().codes().contains(language)
                        || offer.get().fetchedAt().plus(STALE).isAfter(clock.instant()));
        if (decides) {
            return CompletableFuture.completedFuture(offer.get().codes());
        }
        return asked(account)
                .handle((fetched, failure) ->
                        fetched != null ? fetched : offer.orElseThrow(() -> noLanguages(account, failure)))
                .thenApply(Offer::codes);
    }

    private CompletableFuture<Offer> asked(String account) {
        // a request that hangs may still be under way then
        return away(account).map(CompletableFuture::<Offer>failedFuture).orElseGet(() -> inTime(account));
    }

    private CompletableFuture<Offer> inTime(String account) {
        return refresh(account)
                .toCompletableFuture()
                .copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((offer, failure) -> {
                    if (failure instanceof TimeoutException) {
                        pause(account, failure);
                    }
                });
    }

    private void pause(String account, Throwable failure) {
        aways.put(account, new NoLanguages(account, askAgainAt(failure), why(failure)));
    }

    private Instant askAgainAt(Throwable failure) {
        Instant asked = notBefore(failure);
        return asked == null ? clock.instant().plus(PAUSE) : asked;
    }

    private static NoLanguages noLanguages(String account, Throwable failure) {
        return new NoLanguages(account, notBefore(failure), why(failure));
    }

    private static Instant notBefore(Throwable failure) {
        return said(failure).map(NoLanguages::notBefore).orElse(null);
    }

    private static String why(Throwable failure) {
        return said(failure).map(NoLanguages::why).orElse("");
    }

    private static Optional<NoLanguages> said(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof NoLanguages none ? Optional.of(none) : Optional.empty();
    }

    /** Asks the vendor, once at a time and not while it is to be left alone, and keeps what it says. */
    public CompletionStage<Offer> refresh(String account) {
        CompletableFuture<Offer> fresh = new CompletableFuture<>();
        CompletableFuture<Offer> running = underWay.putIfAbsent(account, fresh);
        if (running != null) {
            return running;
        }
        unlessAway(account).thenApply(codes -> keep(account, codes)).whenComplete((offer, failure) -> {
            underWay.remove(account);
            if (failure == null) {
                fresh.complete(offer);
            } else {
                fresh.completeExceptionally(failure);
            }
        });
        return fresh;
    }

    /** Looked up, and noted, while nobody else asks: who comes next finds what this one was told. */
    private CompletionStage<Set<String>> unlessAway(String account) {
        return away(account)
                .<CompletionStage<Set<String>>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> vendor.apply(account).whenComplete((codes, failure) -> {
                    if (failure != null) {
                        pause(account, failure);
                    }
                }));
    }

    private Optional<NoLanguages> away(String account) {
        return Optional.ofNullable(aways.get(account))
                .filter(away -> clock.instant().isBefore(away.notBefore()));
    }

    private Optional<Offer> atHand(String account) {
        return Optional.ofNullable(
                offers.computeIfAbsent(account, name -> kept.offered(name).orElse(null)));
    }

    private Offer keep(String account, Set<String> codes) {
        Offer offer = new Offer(codes, clock.instant());
        kept.store(account, offer);
        offers.put(account, offer);
        return offer;
    }
}
