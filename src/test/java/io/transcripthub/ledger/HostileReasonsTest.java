package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class HostileReasonsTest {
    @Parameter
    TestDatabase database;

    @TempDir
    Path directory;

    private TestLedger hub;

    @BeforeEach
    void open() {
        hub = new TestLedger(database.fresh(directory).open("n1"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_reason_of_five_thousand_characters_is_cut() {
        hub.submit("job-1");
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Failed("x".repeat(5_000)), Set.of("webhook"));

        assertThat(hub.job("job-1").reason()).hasSize(1_000).startsWith("xxx");
        assertThat(hub.due("webhook").failure()).hasSizeLessThan(1_500);
        assertThat(hub.audit("TRANSCRIPTION_FAILED").get(0)).hasSizeLessThan(2_000);
    }

    @Test
    void a_pair_of_surrogates_is_not_cut_in_half() {
        hub.submit("job-1");
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Failed("x" + "\uD83D\uDE00".repeat(2_000)));

        assertThat(hub.job("job-1").reason()).isEqualTo("x" + "\uD83D\uDE00".repeat(499));
    }

    @Test
    void characters_that_no_database_takes_are_replaced() {
        hub.submit("job-1");
        hub.settle(hub.due(JobState.QUEUED), later("busy\u0000 \uD83D\uDE00 \uDE00 \uD83D"));
        assertThat(hub.job("job-1").reason()).isEqualTo("busy\uFFFD \uD83D\uDE00 \uFFFD \uFFFD");

        hub.clock.advance(Duration.ofMinutes(1));
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Failed("\uD83D\u0000"));
        assertThat(hub.job("job-1").reason()).isEqualTo("\uFFFD\uFFFD");
        assertThat(hub.audit("TRANSCRIPTION_FAILED")).singleElement().asString().contains("\uFFFD\uFFFD");
    }

    @Test
    void a_sinks_words_are_cleaned_too() {
        hub.completed("job-1", "webhook", "search");
        hub.settle(hub.due("webhook"), later("\u0000".repeat(5_000)));
        hub.settle(hub.due("search"), new Outcome.Dead("\uD83D".repeat(5_000)));

        assertThat(hub.delivery("job-1", "webhook").reason()).isEqualTo("\uFFFD".repeat(1_000));
        assertThat(hub.job("job-1").reason()).hasSize(1_000).startsWith("dead letter at search: \uFFFD");
    }

    @Test
    void a_document_with_half_a_pair_of_surrogates_is_written() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        hub.settle(
                hub.due(JobState.SUBMITTED), new Outcome.Completed(TestLedger.transcribed("{\"text\":\"a\uD83Db\"}")));

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.COMPLETED);
        assertThat(hub.ledger.view().transcript("job-1")).isPresent();
    }

    private static Outcome later(String reason) {
        return new Outcome.Later(new Fault(Fault.Kind.AWAY, reason, null));
    }
}
