package io.transcripthub.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.files.CsvRecords;
import io.transcripthub.files.Utf8Lines;
import io.transcripthub.ledger.Conversation;
import io.transcripthub.ledger.Conversation.Analysed;
import io.transcripthub.ledger.Conversation.Listed;
import io.transcripthub.ledger.Conversation.Status;
import io.transcripthub.sentiment.InteractionSentiment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionsCsvTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void text_that_a_spreadsheet_would_run_begins_with_an_apostrophe(String formula) throws Exception {
        List<String> cells = written(interaction(formula, formula));
        assertThat(cells.get(0)).isEqualTo("'" + formula.replace("\r\n", "\n"));
        assertThat(cells.get(3)).startsWith("'");
        assertThat(cells.get(4)).startsWith("'");
    }

    @Test
    void numbers_below_zero_stay_numbers_and_quotes_are_doubled() throws Exception {
        List<String> cells = written(interaction("a", "he said \"no\", twice"));
        assertThat(cells.subList(1, 9))
                .containsExactly(
                        "2026-03-01T12:00:00Z", "61", "a", "he said \"no\", twice", "true", "-0.2500", "negative", "3");
    }

    @Test
    void without_a_transcript_the_columns_of_text_are_empty() throws Exception {
        Conversation row = new Conversation(
                1, "cxone", new Listed("a", null, null, null), Status.ABSENT, "404 Not Found", 1, null);
        List<String> cells = written(new Interaction(row, "Unknown", List.of(), null, Map.of()));
        assertThat(cells.subList(0, 9)).containsExactly("a", "", "", "", "", "false", "", "", "");
        assertThat(cells.subList(11, 14)).containsExactly("Unknown", "absent", "404 Not Found");
        assertThat(cells.subList(14, 25)).containsOnly("");
    }

    private static Interaction interaction(String words, String text) {
        Conversation row = new Conversation(
                1,
                "cxone",
                new Listed(words, START, 61.0, words),
                Status.FETCHED,
                null,
                1,
                new Analysed("", "", "", 2));
        InteractionSentiment sentiment = new InteractionSentiment(
                -0.25, Map.of("agent", -0.25), Arrays.asList(-0.25, null, null, null), null, 4);
        return new Interaction(row, "Other", List.of(new Said("agent", text, 0.0)), sentiment, Map.of());
    }

    private List<String> written(Interaction interaction) throws Exception {
        Path file = folder.resolve("t.csv");
        try (InteractionsCsv csv = new InteractionsCsv(file)) {
            csv.write(interaction, interaction.hasTranscript() ? 3 : null, null);
        }
        CsvRecords records = new CsvRecords(new Utf8Lines(Files.newInputStream(file)), 10_000);
        records.next();
        return records.next();
    }
}
