package io.transcripthub.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The invented calls that the sandbox answers with, from the files beside {@code calls/index.txt}.
 *
 * <p>A recording id that contains a call's name ({@code rec-lost-card-1}) gets that call; any other id gets, always the
 * same, one of the calls in the language asked for.
 */
public final class Calls {
    /** The language of a request that names none. */
    public static final String DEFAULT_LANGUAGE = "en-US";

    private static final List<Call> ALL =
            read("index.txt").lines().map(Calls::load).toList();
    private static final List<String> LANGUAGES =
            ALL.stream().map(Call::language).distinct().toList();

    private Calls() {}

    public static List<Call> all() {
        return ALL;
    }

    /** Language codes, each of which has at least one call. */
    public static List<String> languages() {
        return LANGUAGES;
    }

    /** The call behind a recording; {@code languageCode} is one of {@link #languages()}. */
    public static Call of(String recordingId, String languageCode) {
        for (Call call : ALL) {
            if (recordingId.contains(call.name())) {
                return call;
            }
        }
        List<Call> candidates =
                ALL.stream().filter(c -> c.language().equals(languageCode)).toList();
        return candidates.get(Math.floorMod(Dice.mix(recordingId.hashCode()), candidates.size()));
    }

    /** The human transcript of a recording submitted in {@link #DEFAULT_LANGUAGE}, null where there is none. */
    public static String reference(String recordingId) {
        return reference(recordingId, DEFAULT_LANGUAGE);
    }

    /** The human transcript of a recording, null where there is none. */
    public static String reference(String recordingId, String languageCode) {
        return of(recordingId, languageCode).reference();
    }

    private static Call load(String name) {
        return Call.parse(name, read(name + ".txt"));
    }

    private static String read(String file) {
        try (InputStream in = Calls.class.getResourceAsStream("calls/" + file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
