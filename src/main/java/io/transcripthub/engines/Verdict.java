package io.transcripthub.engines;

import io.transcripthub.engines.Engine.Promotion;
import java.util.List;
import java.util.Locale;

/**
 * What metrics say.
 *
 * @param word {@code better}, {@code worse} or {@code too few to say}
 * @param reason in words
 */
public record Verdict(String word, String reason) {
    private static final String TOO_FEW = "too few to say";
    private static final Promotion ANY = new Promotion(List.of(), 1, 1L, 0.0);

    /** Of a version against the one before; {@code rules} may be null. */
    static Verdict of(Recognition now, Recognition before, Promotion rules) {
        Promotion asked = rules == null ? ANY : rules;
        if (before == null) {
            return new Verdict(TOO_FEW, "there is no version before to compare with");
        }
        String lacking = lacking("this version", now, asked);
        lacking = lacking == null ? lacking("the version before", before, asked) : lacking;
        if (lacking != null) {
            return new Verdict(TOO_FEW, lacking);
        }
        return now.samples() != null && before.samples() != null ? byCounts(now, before) : byRates(now, before);
    }

    private static Verdict byCounts(Recognition now, Recognition before) {
        ProportionsInterval interval =
                ProportionsInterval.of(now.errors(), now.samples(), before.errors(), before.samples());
        String reason = "the error rate differs by " + points(interval.lower()) + " to " + points(interval.upper())
                + " points at 95 %";
        return new Verdict(interval.upper() < 0 ? "better" : interval.lower() > 0 ? "worse" : TOO_FEW, reason);
    }

    private static Verdict byRates(Recognition now, Recognition before) {
        int compared = Double.compare(now.errorRate(), before.errorRate());
        String reason = "the error rate differs by " + points(now.errorRate() - before.errorRate())
                + " points, judged without counts";
        return new Verdict(compared < 0 ? "better" : compared > 0 ? "worse" : TOO_FEW, reason);
    }

    private static String points(double fraction) {
        return String.format(Locale.ROOT, "%+.2f", fraction * 100);
    }

    /** What is missing for a judgement, null when nothing is. */
    private static String lacking(String whose, Recognition measured, Promotion rules) {
        if (!measured.isMeasured()) {
            return whose + " has no recognitions that were measured";
        }
        if (measured.samples() != null) {
            return measured.samples() < rules.minSamples()
                    ? "%s: expected at least %d recognitions (minSamples), found %d"
                            .formatted(whose, rules.minSamples(), measured.samples())
                    : null;
        }
        return measured.speechSeconds() < rules.minSpeechSeconds()
                ? String.format(
                        Locale.ROOT,
                        "%s: expected at least %.0f seconds of speech (minSpeechSeconds), found %.0f",
                        whose,
                        rules.minSpeechSeconds(),
                        measured.speechSeconds())
                : null;
    }

    /** Why a version may not serve more, null when it may. */
    static String against(Recognition now, Promotion rules) {
        String lacking = lacking("this version", now, rules);
        if (lacking != null) {
            return "too few to say: " + lacking;
        }
        return now.errorRate() > rules.maxErrorRate()
                ? String.format(
                        Locale.ROOT,
                        "expected an error rate of at most %.4f (maxErrorRate), found %.4f",
                        rules.maxErrorRate(),
                        now.errorRate())
                : null;
    }
}
