package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.ledger.Conversation.Analysed;
import io.transcripthub.ledger.Conversation.Asked;
import io.transcripthub.ledger.Conversation.Listed;
import io.transcripthub.ledger.Conversation.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConversationsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Analysed TEXT = new Analysed("[]", "{}", "{}", 1);

    @TempDir
    private Path folder;

    private static Listed listed(String id, Instant start) {
        return new Listed(id, start, 60.5, "resolved");
    }

    private static List<Long> day(Conversations conversations) {
        return conversations.of(List.of("cxone"), "none", NOON.minusSeconds(3600), NOON.plusSeconds(3600));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_listed_again_keeps_its_transcript_and_takes_the_newer_words(TestDatabase kind) {
        try (Database database = kind.fresh(folder).open("n1")) {
            Conversations conversations = new Conversations(database);
            conversations.list("cxone", "r1", List.of(listed("a", NOON), listed("a", NOON), listed("b", NOON)));
            long a = day(conversations).get(0);
            conversations.note(List.of(new Asked(a, Status.FETCHED, null, null, TEXT)));
            conversations.list("cxone", "r2", List.of(new Listed("a", NOON, null, "escalated")));
            Conversation again = conversations.read(List.of(a)).get(0);
            assertThat(day(conversations)).hasSize(2);
            assertThat(again.status()).isEqualTo(Status.FETCHED);
            assertThat(again.transcript()).isEqualTo(TEXT);
            assertThat(again.listed()).isEqualTo(new Listed("a", NOON, null, "escalated"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_transcript_that_is_there_is_never_taken_away_by_a_later_answer(TestDatabase kind) {
        try (Database database = kind.fresh(folder).open("n1")) {
            Conversations conversations = new Conversations(database);
            conversations.list("cxone", "r1", List.of(listed("a", NOON)));
            List<Long> key = day(conversations);
            conversations.note(List.of(new Asked(key.get(0), Status.FETCHED, null, null, TEXT)));
            conversations.note(List.of(new Asked(key.get(0), Status.FAILED, "500", NOON, null)));
            assertThat(conversations.read(key).get(0).status()).isEqualTo(Status.FETCHED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_run_has_what_it_listed_whenever_that_began_and_what_is_known_of_its_period(TestDatabase kind) {
        try (Database database = kind.fresh(folder).open("n1")) {
            Conversations conversations = new Conversations(database);
            conversations.list(
                    "cxone", "before", List.of(listed("known", NOON), listed("late", NOON.plusSeconds(7200))));
            conversations.list("cxone", "now", List.of(listed("old", Instant.EPOCH), listed("timeless", null)));
            conversations.list("other", "now", List.of(listed("foreign", NOON)));
            List<Long> keys = conversations.of(List.of("cxone"), "now", NOON, NOON.plusSeconds(1));
            assertThat(conversations.read(keys))
                    .extracting(row -> row.listed().conversationId())
                    .containsExactly("old", "known", "timeless");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void failed_ones_are_missing_and_absent_ones_only_while_they_may_still_come(TestDatabase kind) {
        try (Database database = kind.fresh(folder).open("n1")) {
            Conversations conversations = new Conversations(database);
            List<Listed> page = new ArrayList<>();
            IntStream.range(0, 4).forEach(i -> page.add(listed("c" + i, NOON.plusSeconds(i))));
            conversations.list("cxone", "r1", page);
            List<Long> keys = day(conversations);
            assertThat(conversations.due("cxone", NOON)).isEqualTo(keys);
            conversations.note(List.of(
                    new Asked(keys.get(0), Status.FETCHED, null, null, TEXT),
                    new Asked(keys.get(1), Status.ABSENT, "404 Not Found", null, null),
                    new Asked(keys.get(2), Status.ABSENT, "404 Not Found", NOON.plusSeconds(60), null),
                    new Asked(keys.get(3), Status.FAILED, "500", NOON.plusSeconds(90), null)));
            assertThat(conversations.missing(List.of("cxone"), "", NOON, NOON.plusSeconds(9)))
                    .isEqualTo(keys.subList(2, 4));
            assertThat(conversations.missing("cxone", NOON, NOON.plusSeconds(9)))
                    .isEqualTo(2);
            assertThat(conversations.due("cxone", NOON.plusSeconds(60))).isEqualTo(keys.subList(2, 3));
            assertThat(conversations.read(keys).get(3).reason()).isEqualTo("500");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void old_ones_are_forgotten_with_their_texts(TestDatabase kind) {
        try (Database database = kind.fresh(folder).open("n1")) {
            Conversations conversations = new Conversations(database);
            conversations.list("cxone", "r1", List.of(listed("a", NOON), listed("b", NOON.plusSeconds(1))));
            assertThat(conversations.forget(NOON.plusSeconds(1))).isEqualTo(1);
            assertThat(day(conversations)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void parts_of_a_day_that_touch_grow_together_and_a_gap_does_not_count_as_listed(TestDatabase kind) {
        try (Database database = kind.fresh(folder).open("n1")) {
            AnalyticsDays days = new AnalyticsDays(database);
            LocalDate date = LocalDate.parse("2026-03-01");
            days.listed("cxone", date, NOON, NOON.plusSeconds(60));
            days.listed("cxone", date, NOON.plusSeconds(60), NOON.plusSeconds(90));
            days.listed("cxone", date, NOON.plusSeconds(100), NOON.plusSeconds(110));
            days.settle("cxone", date, NOON);
            assertThat(days.of("cxone", date.minusDays(1), date))
                    .containsExactly(new AnalyticsDays.Day(date, NOON, NOON.plusSeconds(90), NOON));
        }
    }
}
