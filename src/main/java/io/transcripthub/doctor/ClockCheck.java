package io.transcripthub.doctor;

import io.transcripthub.doctor.HttpProbe.Unreachable;
import io.transcripthub.settings.Settings;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Whether this machine's time is that of the vendors, by the Date of an answer: signatures and tokens depend on it. */
final class ClockCheck implements Callable<Diagnosis> {
    /** Standard Webhooks lets receivers refuse what is five minutes off; an answer's Date is whole seconds. */
    private static final Duration MOST = Duration.ofMinutes(1);

    private final Settings settings;
    private final InstantSource clock;
    private final HttpProbes http;

    ClockCheck(Settings settings, InstantSource clock, HttpProbes http) {
        this.settings = settings;
        this.clock = clock;
        this.http = http;
    }

    @Override
    public Diagnosis call() throws InterruptedException {
        for (String key : settings.asMap().keySet().stream().sorted().toList()) {
            if (key.endsWith("base-url")) {
                URI vendor = URI.create(settings.get(key));
                Optional<Instant> date = date(http.to(key.substring(0, key.indexOf('.'))), vendor);
                if (date.isPresent()) {
                    return compare(Duration.between(date.get(), clock.instant()), vendor);
                }
            }
        }
        return Diagnosis.none("not compared, as no vendor tells the time");
    }

    private static Optional<Instant> date(HttpProbe http, URI vendor) throws InterruptedException {
        try {
            return http.ask("HEAD", vendor).date().flatMap(ClockCheck::instant);
        } catch (Unreachable away) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Diagnosis compare(Duration ahead, URI vendor) {
        String other = HttpProbe.host(vendor);
        if (ahead.abs().compareTo(MOST) <= 0) {
            return Diagnosis.ok("as that of " + other);
        }
        return Diagnosis.failed(ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " "
                + other + "; set it by NTP");
    }
}
