package io.transcripthub.analytics;

import io.transcripthub.ledger.AnalyticsDays;
import io.transcripthub.ledger.Conversations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Brings what is kept of an account up to date for a period: what is listed, then the transcripts that are not there. */
final class Sync {
    private final Listing listing;
    private final TranscriptFetch fetch;
    private final Conversations conversations;
    private final AnalyticsDays days;
    private final ZoneId zone;
    private final Duration lateSweep;
    private final InstantSource clock;

    /** @param lateSweep how long after its start a conversation's transcript may still come */
    Sync(
            Listing listing,
            TranscriptFetch fetch,
            Conversations conversations,
            AnalyticsDays days,
            ZoneId zone,
            Duration lateSweep,
            InstantSource clock) {
        this.listing = listing;
        this.fetch = fetch;
        this.conversations = conversations;
        this.days = days;
        this.zone = zone;
        this.lateSweep = lateSweep;
        this.clock = clock;
    }

    /** Which transcripts are to be asked for. */
    enum Wish {
        /** All of the period that are not there, also those that failed a moment ago. */
        PERIOD,
        /** All of the account whose time has come, late ones among them. */
        DUE
    }

    Listing.Result run(String account, Period period, String run, Wish wish, Timings timings, Watch watch)
            throws InterruptedException {
        long begin = System.nanoTime();
        Listing.Result listed = listing.walk(account, period, run, watch);
        List<Long> wanted = wish == Wish.DUE
                ? conversations.due(account, clock.instant())
                : conversations.missing(List.of(account), run, period.from(), period.to());
        fetch.fetch(wanted, timings, watch);
        if (listed.isWhole()) {
            noteDays(account, period);
        }
        settleDays(account, wish == Wish.DUE ? withLate(period) : period);
        timings.since("fetch", begin);
        return listed;
    }

    /** What was late may have come. */
    private Period withLate(Period period) {
        Instant earliest = clock.instant().minus(lateSweep).minus(Duration.ofDays(1));
        return earliest.isBefore(period.from()) ? new Period(earliest, period.to()) : period;
    }

    private void noteDays(String account, Period period) {
        Instant now = clock.instant();
        Instant end = period.to().isBefore(now) ? period.to() : now;
        for (LocalDate day = first(period); begin(day).isBefore(end); day = day.plusDays(1)) {
            Instant from = begin(day).isBefore(period.from()) ? period.from() : begin(day);
            Instant to = begin(day.plusDays(1)).isAfter(end) ? end : begin(day.plusDays(1));
            days.listed(account, day, from, to);
        }
    }

    /** A day is settled when it was listed to its end, each entry could be read, and nothing is missing. */
    private void settleDays(String account, Period period) {
        for (AnalyticsDays.Day day : days.of(account, first(period), last(period))) {
            Instant begin = begin(day.date());
            Instant end = begin(day.date().plusDays(1));
            boolean whole = !day.listedFrom().isAfter(begin) && !day.listedTo().isBefore(end);
            boolean settled = whole && conversations.missing(account, begin, end) == 0;
            if (settled != (day.settled() != null)) {
                days.settle(account, day.date(), settled ? clock.instant() : null);
            }
        }
    }

    LocalDate first(Period period) {
        return period.from().atZone(zone).toLocalDate();
    }

    LocalDate last(Period period) {
        return period.to().minusMillis(1).atZone(zone).toLocalDate();
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
