package io.transcripthub.analytics;

import io.transcripthub.ledger.Conversation;
import io.transcripthub.ledger.Conversations;
import io.transcripthub.transcripts.ConversationPage;
import io.transcripthub.transcripts.UnusableTranscript;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Follows the pages of a period and keeps what each lists, before it asks for the next. */
final class Listing {
    private static final int TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final int MOST_FAULTS = 100;

    private final VendorAnalytics vendor;
    private final Conversations conversations;
    private final Turnstile turnstile;
    private final TextAnalysis analysis;

    Listing(VendorAnalytics vendor, Conversations conversations, Turnstile turnstile, TextAnalysis analysis) {
        this.vendor = vendor;
        this.conversations = conversations;
        this.turnstile = turnstile;
        this.analysis = analysis;
    }

    /**
     * What came of it.
     *
     * @param dropped how many entries of pages could not be read
     * @param broken why it ended before the last page; null when it has not
     * @param faults what was left out of pages
     */
    record Result(int found, int dropped, String broken, List<String> faults) {
        boolean isComplete() {
            return broken == null;
        }

        /** Whether it is known of every conversation that there is. */
        boolean isWhole() {
            return isComplete() && dropped == 0;
        }
    }

    Result walk(String account, Period period, String run, Watch watch) throws InterruptedException {
        NextLink links = new NextLink(vendor.base(account));
        List<String> faults = new ArrayList<>();
        int found = 0;
        int dropped = 0;
        URI next = null;
        for (int number = 1; ; number++) {
            String place = account + ": page " + number + ": ";
            try {
                ConversationPage page = ConversationPage.read(page(account, period, next, watch));
                conversations.list(
                        account,
                        run,
                        page.conversations().stream().map(this::redacted).toList());
                page.faults().forEach(fault -> note(faults, place + fault));
                found += page.conversations().size();
                dropped += page.dropped();
                watch.at("conversations", found, 0);
                if (page.next() == null) {
                    return new Result(found, dropped, null, faults);
                }
                links.listed(page.conversations().stream()
                        .map(Conversation.Listed::conversationId)
                        .toList());
                next = links.follow(page.next());
            } catch (NotAnswered | UnusableTranscript | NextLink.Refused ended) {
                return new Result(found, dropped, place + ended.getMessage(), faults);
            }
        }
    }

    /** A disposition may be an agent's own words. */
    private Conversation.Listed redacted(Conversation.Listed listed) {
        return listed.disposition() == null
                ? listed
                : new Conversation.Listed(
                        listed.conversationId(),
                        listed.start(),
                        listed.durationSeconds(),
                        analysis.redacted(listed.disposition()));
    }

    private static void note(List<String> faults, String fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private Object page(String account, Period period, URI next, Watch watch) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            if (!turnstile.await(account, watch)) {
                throw new NotAnswered("stopped", 0, null);
            }
            try {
                return vendor.page(account, period, next).toCompletableFuture().join();
            } catch (CompletionException failed) {
                NotAnswered why = because(failed);
                if (why.isFinal()) {
                    throw why;
                }
                if (attempt == TRIES) {
                    throw new NotAnswered(why.getMessage() + " (" + TRIES + " tries)", why.status(), why.notBefore());
                }
                turnstile.rest(FIRST_WAIT.multipliedBy(1L << (attempt - 1)), why.notBefore(), watch);
            }
        }
    }

    private static NotAnswered because(CompletionException failed) {
        if (failed.getCause() instanceof NotAnswered known) {
            return known;
        }
        throw failed;
    }
}
