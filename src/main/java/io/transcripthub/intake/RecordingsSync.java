package io.transcripthub.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.transcripthub.ledger.Watermarks;
import io.transcripthub.settings.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the recordings that a vendor lists, from a watermark on; a route asks for the pages. */
public final class RecordingsSync {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingsSync.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A vendor whose pages never end must not keep the hub for ever. */
    private static final int MOST_PAGES = 10_000;

    private final Intake intake;
    private final Watermarks watermarks;
    private final Settings settings;
    private final InstantSource clock;

    public RecordingsSync(Intake intake, Watermarks watermarks, Settings settings, InstantSource clock) {
        this.intake = intake;
        this.watermarks = watermarks;
        this.settings = settings;
        this.clock = clock;
    }

    /** One walk through the pages. */
    public static final class Walk {
        private final String account;
        private final Instant from;
        private Instant latest;
        private int pages;
        private int found;
        private int accepted;

        private Walk(String account, Instant from) {
            this.account = account;
            this.from = from;
        }

        /** The time to ask from, as a parameter of a URL. */
        public String getFrom() {
            return URLEncoder.encode(from.toString(), StandardCharsets.UTF_8);
        }
    }

    /** Begins at the watermark, less an overlap for recordings that are listed late; the first time some way back. */
    public Walk begin(String account) {
        String sync = account + ".recordings.sync.";
        Instant from = watermarks
                .of(account)
                .map(reached -> reached.minus(settings.duration(sync + "overlap")))
                .orElseGet(() -> clock.instant().minus(settings.duration(sync + "lookback")));
        return new Walk(account, from);
    }

    /**
     * Submits what is new of a page.
     *
     * @param recordings {@code [{"recordingId","languageCode"?,..}]}
     * @param time name of the member that says when a recording was made, by ISO 8601
     * @throws Rejected when it is not a list, or the pages do not end
     */
    public void take(Walk walk, Object recordings, String time) {
        if (!(recordings instanceof List<?> list) || ++walk.pages > MOST_PAGES) {
            throw Rejected.expected("recordings", "a list, on at most " + MOST_PAGES + " pages", "something else");
        }
        StringBuilder lines = new StringBuilder();
        for (Object recording : list) {
            if (recording instanceof Map<?, ?> members) {
                lines.append(request(walk.account, members)).append('\n');
                note(walk, members.get(time));
            }
        }
        Intake.Batch batch = intake.submitLines(lines.toString());
        walk.found += list.size();
        walk.accepted += batch.accepted();
        batch.rejected()
                .forEach(bad -> LOG.warn("{}: recording {} of a page: {}", walk.account, bad.line(), bad.error()));
    }

    /** All that was listed is stored: the next walk begins where this one ended. */
    public void end(Walk walk) {
        if (walk.latest != null) {
            watermarks.move(walk.account, walk.latest);
        }
        if (walk.accepted > 0) {
            LOG.info("{}: {} of {} recordings since {} are new", walk.account, walk.accepted, walk.found, walk.from);
        }
    }

    /** A page's token as a parameter of a URL; null when there is none. */
    public String parameter(Object token) {
        return token == null || token.toString().isEmpty()
                ? null
                : URLEncoder.encode(token.toString(), StandardCharsets.UTF_8);
    }

    private static String request(String account, Map<?, ?> members) {
        ObjectNode request = JSON.createObjectNode().put("account", account);
        for (String name : List.of("recordingId", "languageCode")) {
            if (members.get(name) != null) {
                request.put(name, members.get(name).toString());
            }
        }
        return request.toString();
    }

    /** A time that cannot be read leaves the watermark where it is. */
    private static void note(Walk walk, Object time) {
        try {
            Instant made =
                    time == null ? null : OffsetDateTime.parse(time.toString()).toInstant();
            if (made != null && (walk.latest == null || made.isAfter(walk.latest))) {
                walk.latest = made;
            }
        } catch (DateTimeParseException unreadable) {
            LOG.warn("{}: expected a time by ISO 8601 with each recording, found other text", walk.account);
        }
    }
}
