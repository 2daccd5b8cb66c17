package io.transcripthub.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * What a run of recordings took.
 *
 * @param recordings that were counted
 * @param seconds from the first to the last of them
 * @param own CPU time of the contender
 * @param vendor CPU time of the sandbox meanwhile
 */
record Measured(int recordings, double seconds, Duration own, Duration vendor) {
    double perSecond() {
        return recordings / seconds;
    }

    double ownMillis() {
        return own.toNanos() / 1e6 / recordings;
    }

    double vendorMillis() {
        return vendor.toNanos() / 1e6 / recordings;
    }

    /** A line of a table: who, jobs a second, CPU milliseconds a job, and the share of the bare client's rate. */
    String line(String who, double bare) {
        return String.format(
                Locale.ROOT,
                "%-22s %8.1f jobs/s  %6.2f ms/job CPU  %6.2f ms/job sandbox  ratio %.2f",
                who,
                perSecond(),
                ownMillis(),
                vendorMillis(),
                perSecond() / bare);
    }
}
