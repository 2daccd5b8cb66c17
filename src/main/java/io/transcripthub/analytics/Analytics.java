package io.transcripthub.analytics;

import io.transcripthub.ledger.AnalyticsDays;
import io.transcripthub.ledger.Budgets;
import io.transcripthub.ledger.Conversations;
import io.transcripthub.ledger.Watermarks;
import io.transcripthub.outcomes.OutcomeMapping;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.search.SearchIndex;
import io.transcripthub.sentiment.Vader;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Interaction analytics of the accounts: brings what is kept up to date, and says what is in it. One run at a time; others
 * wait.
 */
public final class Analytics {
    private static final String OUTCOMES = "analytics.outcomes.";

    private final Settings settings;
    private final List<String> accounts;
    private final Conversations conversations;
    private final AnalyticsDays days;
    private final Watermarks watermarks;
    private final SearchIndex index;
    private final Duration searchPatience;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Sync sync;

    /**
     * What the ledger keeps for it.
     *
     * @param watermarks up to when each account was listed by the schedule
     */
    public record Kept(Conversations conversations, AnalyticsDays days, Watermarks watermarks) {}

    /** @param accounts that have a vendor with analytics */
    public Analytics(
            Settings settings,
            List<String> accounts,
            VendorAnalytics vendor,
            Redactor redactor,
            Kept kept,
            Budgets budgets,
            SearchIndex index,
            InstantSource clock) {
        this.settings = settings;
        this.accounts = List.copyOf(accounts);
        this.conversations = kept.conversations();
        this.days = kept.days();
        this.watermarks = kept.watermarks();
        this.index = index;
        this.searchPatience = Duration.ofSeconds(settings.get("search.hosts").equals("embedded") ? 90 : 3);
        this.clock = clock;
        this.zone = ZoneId.of(settings.get("analytics.time-zone"));
        Turnstile turnstile = new Turnstile(budgets, clock);
        TextAnalysis analysis = new TextAnalysis(redactor, new Vader());
        Duration lateSweep = settings.duration("analytics.late-sweep");
        TranscriptFetch fetch = new TranscriptFetch(vendor, conversations, turnstile, analysis, lateSweep, clock);
        this.sync = new Sync(
                new Listing(vendor, conversations, turnstile, analysis),
                fetch,
                kept.conversations(),
                days,
                zone,
                lateSweep,
                clock);
    }

    /**
     * How a run ended.
     *
     * @param problems why lists of conversations ended early, and what was left out of pages
     * @param complete whether all pages were read
     * @param stopped whether it was told to stop; then there are no files, and another run goes on where it ended
     */
    public record Ended(
            int conversations,
            int transcripts,
            int gaps,
            List<String> problems,
            Indexing.Result search,
            boolean complete,
            boolean stopped) {}

    /** The zone of dates and times without an offset. */
    public ZoneId zone() {
        return zone;
    }

    /** Fetches what is not there of a period, and writes the files that {@link Outputs} names into a folder. */
    public synchronized Ended run(Period period, Path folder, Watch watch) throws IOException, InterruptedException {
        Timings timings = new Timings();
        String run = UUID.randomUUID().toString();
        List<Listing.Result> listed = new ArrayList<>();
        for (String account : accounts) {
            listed.add(sync.run(account, period, run, Sync.Wish.PERIOD, timings, watch));
        }
        return watch.stopped() ? stopped() : report(period, run, listed, folder, timings, watch);
    }

    /**
     * What the schedule does: asks for what is new since the watermark, less an overlap, and for transcripts that are due;
     * then writes the files of the last {@code analytics.lookback}.
     */
    public synchronized Ended sync(Path folder, Watch watch) throws IOException, InterruptedException {
        Timings timings = new Timings();
        String run = UUID.randomUUID().toString();
        Instant now = clock.instant();
        List<Listing.Result> listed = new ArrayList<>();
        for (String account : accounts) {
            Period since = new Period(since(account, now), now);
            Listing.Result result = sync.run(account, since, run, Sync.Wish.DUE, timings, watch);
            if (result.isComplete()) {
                watermarks.move(watermark(account), now);
            }
            listed.add(result);
        }
        Period period = new Period(now.minus(settings.duration("analytics.lookback")), now);
        return watch.stopped() ? stopped() : report(period, run, listed, folder, timings, watch);
    }

    private Instant since(String account, Instant now) {
        return watermarks
                .of(watermark(account))
                .map(reached -> reached.minus(settings.duration("analytics.overlap")))
                .orElseGet(() -> now.minus(settings.duration("analytics.lookback")));
    }

    /** Beside the account's watermark of recordings; a slash is in no account's name. */
    private static String watermark(String account) {
        return account + "/analytics";
    }

    private static Ended stopped() {
        return new Ended(0, 0, 0, List.of(), new Indexing.Result(0, 0, null), false, true);
    }

    private Ended report(
            Period period, String run, List<Listing.Result> listed, Path folder, Timings timings, Watch watch)
            throws IOException {
        Interactions interactions = new Interactions(
                conversations, outcomes(), conversations.of(accounts, run, period.from(), period.to()));
        Findings findings = Findings.of(interactions, period, zone, settings.number("analytics.topics"), timings);
        Outputs outputs = new Outputs(folder);
        try {
            Indexing indexing = new Indexing(index, searchPatience);
            outputs.table(interactions, findings, indexing, watch);
            outputs.charts(findings, timings);
            Facts facts = facts(period, listed, indexing);
            timings.without("fetch", "redact", "sentiment");
            outputs.report(findings, facts, timings);
            return ended(findings, facts);
        } finally {
            outputs.discard();
        }
    }

    private static Ended ended(Findings findings, Facts facts) {
        List<String> problems = new ArrayList<>(facts.broken());
        problems.addAll(facts.faults());
        return new Ended(
                findings.conversations(),
                findings.transcripts(),
                findings.gaps().size(),
                problems,
                facts.search(),
                facts.broken().isEmpty(),
                false);
    }

    private Facts facts(Period period, List<Listing.Result> listed, Indexing indexing) {
        Map<String, List<AnalyticsDays.Day>> ofAccounts = new LinkedHashMap<>();
        accounts.forEach(account -> ofAccounts.put(account, days.of(account, sync.first(period), sync.last(period))));
        return new Facts(
                period,
                accounts,
                listed.stream()
                        .map(Listing.Result::broken)
                        .filter(words -> words != null)
                        .toList(),
                listed.stream().flatMap(result -> result.faults().stream()).toList(),
                ofAccounts,
                indexing.result());
    }

    private OutcomeMapping outcomes() {
        Map<String, String> configured = new LinkedHashMap<>();
        settings.asMap().forEach((key, value) -> {
            if (key.startsWith(OUTCOMES)) {
                configured.put(key.substring(OUTCOMES.length()), value);
            }
        });
        return new OutcomeMapping(configured);
    }
}
