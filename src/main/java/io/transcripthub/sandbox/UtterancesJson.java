package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A call's utterances as Genesys Cloud writes them, with speakers and without. Times are absolute and by turns written in
 * UTC with {@code Z}, with the offset {@code +02:00}, and in UTC without an offset.
 */
record UtterancesJson(Buffer diarized, Buffer undiarized) {
    /** Of the first call; each further one begins a while later, so that some run over midnight in some offset. */
    private static final Instant FIRST_CALL = Instant.parse("2026-02-28T20:58:30Z");

    private static final Duration BETWEEN_CALLS = Duration.ofMinutes(20);

    /** 2026 is no leap year. */
    private static final String NO_SUCH_TIME = "2026-02-29T10:15:00Z";

    private static final List<DateTimeFormatter> WRITTEN = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.UTC),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.ofHours(2)),
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC));

    static UtterancesJson of(Call call) {
        return of(utterances(call));
    }

    /** The same, but the second utterance ends at a time that there is not. */
    static UtterancesJson withBadTime(Call call) {
        List<Utterance> utterances = utterances(call);
        utterances.set(1, utterances.get(1).withEnd(NO_SUCH_TIME));
        return of(utterances);
    }

    private static UtterancesJson of(List<Utterance> utterances) {
        return new UtterancesJson(
                Json.encodeToBuffer(utterances),
                Json.encodeToBuffer(
                        utterances.stream().map(Utterance::withoutSpeaker).toList()));
    }

    /** A segment without times is at the end of the one before. */
    private static List<Utterance> utterances(Call call) {
        Instant begin = FIRST_CALL.plus(BETWEEN_CALLS.multipliedBy(Calls.all().indexOf(call)));
        List<Utterance> utterances = new ArrayList<>();
        double last = 0;
        for (Segment segment : call.segments()) {
            DateTimeFormatter written = WRITTEN.get(utterances.size() % WRITTEN.size());
            double start = segment.start() == null ? last : segment.start();
            last = segment.end() == null ? start : segment.end();
            utterances.add(new Utterance(
                    segment.speaker(),
                    segment.text(),
                    written.format(after(begin, start)),
                    written.format(after(begin, last)),
                    segment.confidence()));
        }
        return utterances;
    }

    private static Instant after(Instant begin, double seconds) {
        return begin.plusMillis(Math.round(seconds * 1000));
    }
}
