package io.transcripthub.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.ledger.AnalyticsDays;
import io.transcripthub.ledger.Budgets;
import io.transcripthub.ledger.Conversations;
import io.transcripthub.ledger.Database;
import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.sentiment.Vader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final InstantSource LATER = InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"));
    private static final Period PERIOD =
            new Period(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));

    @TempDir
    private Path folder;

    private Database database;
    private Conversations conversations;

    @BeforeEach
    void open() {
        database = Database.open(Database.embeddedUrl(folder), "", "", "n1");
        conversations = new Conversations(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A vendor of one page, with a transcript for each conversation. */
    private record OnePage(String page) implements VendorAnalytics {
        @Override
        public CompletionStage<Object> page(String account, Period period, URI next) {
            return CompletableFuture.completedFuture(json(page));
        }

        @Override
        public CompletionStage<Object> transcript(String account, String conversationId) {
            return CompletableFuture.completedFuture(json("[{\"author\":{\"type\":\"agent\"},\"text\":\"hello\"}]"));
        }

        @Override
        public URI base(String account) {
            return URI.create("http://127.0.0.1");
        }

        private static Object json(String text) {
            try {
                return new ObjectMapper().readValue(text, Object.class);
            } catch (JsonProcessingException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }

    private List<AnalyticsDays.Day> daysAfter(String page) throws InterruptedException {
        AnalyticsDays days = new AnalyticsDays(database);
        VendorAnalytics vendor = new OnePage(page);
        Turnstile turnstile = new Turnstile(new Budgets(Map.of(), LATER), LATER);
        TextAnalysis analysis = new TextAnalysis(new Redactor(RedactionMode.STANDARD), new Vader());
        Duration lateSweep = Duration.ofDays(7);
        new Sync(
                        new Listing(vendor, conversations, turnstile, analysis),
                        new TranscriptFetch(vendor, conversations, turnstile, analysis, lateSweep, LATER),
                        conversations,
                        days,
                        ZoneOffset.UTC,
                        lateSweep,
                        LATER)
                .run("cxone", PERIOD, "run", Sync.Wish.PERIOD, new Timings(), Watch.NOBODY);
        return days.of("cxone", DAY, DAY);
    }

    @Test
    void a_day_of_which_everything_is_there_is_settled() throws Exception {
        assertThat(daysAfter("{\"data\":[{\"conversationId\":\"a\",\"start_time\":\"2026-03-01T12:00:00Z\"}]}"))
                .singleElement()
                .satisfies(day -> assertThat(day.settled()).isNotNull());
    }

    @Test
    void a_day_is_not_settled_when_an_entry_of_its_list_could_not_be_read() throws Exception {
        assertThat(daysAfter("{\"data\":[{\"conversationId\":\"a\",\"start_time\":\"2026-03-01T12:00:00Z\"},{}]}"))
                .isEmpty();
        assertThat(conversations.of(List.of("cxone"), "run", PERIOD.from(), PERIOD.to()))
                .hasSize(1);
    }

    @Test
    void dispositions_are_redacted_as_agents_may_write_what_they_like() throws Exception {
        daysAfter("{\"data\":[{\"conversationId\":\"a\",\"disposition\":\"paid by 4111 1111 1111 1111\"}]}");
        List<Long> keys = conversations.of(List.of("cxone"), "run", PERIOD.from(), PERIOD.to());
        assertThat(conversations.read(keys))
                .extracting(row -> row.listed().disposition())
                .containsExactly("paid by [REDACTED_CREDIT_CARD]");
    }
}
