package io.transcripthub.settings;

import java.net.URI;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.quartz.CronExpression;

/** What a key's value must look like. */
enum Kind {
    TEXT("text", value -> true),
    FILE("a file", value -> true),
    NAME("letters, digits, '.', '_' or '-'", value -> value.matches("[A-Za-z0-9._-]{1,100}")),
    NAMES(
            "names of letters, digits, '_' or '-', separated by commas",
            value -> value.matches("[A-Za-z][A-Za-z0-9_-]*( *, *[A-Za-z][A-Za-z0-9_-]*)*")),
    ACCOUNT_TYPE("cxone or genesys", List.of("cxone", "genesys")::contains),
    REDACTION_MODE("standard or strict", List.of("standard", "strict")::contains),
    FLAG("true or false", List.of("true", "false")::contains),
    PORT("a port from 0 to 65535", value -> wholeNumber(value) && Long.parseLong(value) <= 65_535),
    COUNT("a whole number of at least 1", value -> wholeNumber(value) && Long.parseLong(value) > 0),
    FACTOR(
            "a number of at least 1",
            value -> value.matches("\\d{1,4}(\\.\\d{1,6})?") && Double.parseDouble(value) >= 1),
    SIZE("a size such as 512KB, 10MB or 1GB", Quantities::isSize),
    DURATION("a duration such as 250ms, 10s, 5m, 1h or 7d", Quantities::isDuration),
    DURATIONS("durations such as 0s,5s,5m separated by commas", value -> List.of(value.split(",", -1)).stream()
            .allMatch(part -> Quantities.isDuration(part.trim()))),
    BUDGET("requests a period such as 150/5m", value -> {
        String[] parts = value.split("/", -1);
        return parts.length == 2
                && wholeNumber(parts[0])
                && Long.parseLong(parts[0]) > 0
                && Quantities.isDuration(parts[1]);
    }),
    URL("an http:// or https:// address", Kind::isHttp),
    HOSTS(
            "embedded, or http:// or https:// addresses separated by commas",
            value -> value.equals("embedded")
                    || List.of(value.split(",", -1)).stream().allMatch(host -> isHttp(host.trim()))),
    PROXY(
            "http://host:port, with its user in proxy.username and proxy.password",
            value -> value.matches("http://[^/@\\s]+:\\d{1,5}/?") && isHttp(value)),
    HOST_NAMES(
            "host names such as search.corp, or .corp for all below it, separated by commas",
            value -> value.matches("[\\w.*:-]+( *, *[\\w.*:-]+)*")),
    ZONE("a time zone such as UTC or Europe/Berlin", ZoneId.getAvailableZoneIds()::contains),
    CRON("a Quartz cron expression such as 0 0 2 * * ?", CronExpression::isValidExpression),
    WEBHOOK_SECRET(
            "whsec_ followed by base64, several separated by commas",
            value -> List.of(value.split("[, ]+", -1)).stream().allMatch(Kind::isWebhookSecret));

    final String expected;
    private final Predicate<String> fits;

    Kind(String expected, Predicate<String> fits) {
        this.expected = expected;
        this.fits = fits;
    }

    boolean fits(String value) {
        return fits.test(value);
    }

    private static boolean wholeNumber(String value) {
        return value.matches("\\d{1,9}");
    }

    private static boolean isWebhookSecret(String value) {
        try {
            return value.startsWith("whsec_") && Base64.getDecoder().decode(value.substring(6)).length > 0;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean isHttp(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
