package io.transcripthub.redaction.corpus;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Some of all. */
public record Share(int some, int all) {
    static <T> Share of(List<T> all, Predicate<T> which) {
        return new Share((int) all.stream().filter(which).count(), all.size());
    }

    /** 0 to 1; not a number where there are none at all. */
    public double ratio() {
        return (double) some / all;
    }

    /** Percent with one digit behind the point and both numbers, such as {@code 97.5 % (39 of 40)}. */
    @Override
    public String toString() {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100 * ratio(), some, all);
    }
}
