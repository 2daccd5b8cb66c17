package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.util.List;
import java.util.Map;

/** A call's transcript as the vendor writes it, with speakers and without. */
record TranscriptJson(Buffer diarized, Buffer undiarized) {
    static TranscriptJson of(Call call) {
        List<Segment> undiarized =
                call.segments().stream().map(Segment::withoutSpeaker).toList();
        return new TranscriptJson(json(call.segments()), json(undiarized));
    }

    private static Buffer json(List<Segment> segments) {
        return Json.encodeToBuffer(Map.of("segments", segments));
    }
}
