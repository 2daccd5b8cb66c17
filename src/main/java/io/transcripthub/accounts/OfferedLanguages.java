package io.transcripthub.accounts;

import io.transcripthub.ledger.Languages;
import io.transcripthub.ledger.Languages.Offer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Which languages an account's vendor transcribes. The vendor's own list decides; while it is away, the list it gave
 * last.
 */
public final class OfferedLanguages {
    /** A language that is not on a list of this age may have been added since. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final Languages kept;
    private final Function<String, CompletionStage<Set<String>>> vendor;
    private final InstantSource clock;
    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Offer>> underWay = new ConcurrentHashMap<>();

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
        return refresh(account)
                .handle((fetched, failure) ->
                        fetched != null ? fetched : offer.orElseThrow(() -> new NoLanguages(account)))
                .thenApply(Offer::codes);
    }

    /** Asks the vendor, once at a time, and keeps what it says. */
    public CompletionStage<Offer> refresh(String account) {
        CompletableFuture<Offer> fresh = new CompletableFuture<>();
        CompletableFuture<Offer> running = underWay.putIfAbsent(account, fresh);
        if (running != null) {
            return running;
        }
        vendor.apply(account).thenApply(codes -> keep(account, codes)).whenComplete((offer, failure) -> {
            underWay.remove(account);
            if (failure == null) {
                fresh.complete(offer);
            } else {
                fresh.completeExceptionally(failure);
            }
        });
        return fresh;
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
