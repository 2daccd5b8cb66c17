package io.transcripthub.analytics;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/** The analytics of an account's vendor. What it answers is read JSON: maps, lists, text, numbers. */
public interface VendorAnalytics {
    /**
     * A page of the conversations of a period; fails with {@link NotAnswered}.
     *
     * @param next the page's address as the page before named it, null for the first
     */
    CompletionStage<Object> page(String account, Period period, URI next);

    /** The transcript of a conversation; fails with {@link NotAnswered}. */
    CompletionStage<Object> transcript(String account, String conversationId);

    /** Where the account's vendor is; the only place that pages may come from. */
    URI base(String account);
}
