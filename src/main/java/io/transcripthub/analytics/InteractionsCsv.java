package io.transcripthub.analytics;

import io.transcripthub.ledger.Conversation.Listed;
import io.transcripthub.sentiment.InteractionSentiment;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Interactions as comma-separated values for spreadsheets: UTF-8 with a byte order mark, all text in quotes. Text that a
 * spreadsheet could take for a formula begins with an apostrophe (OWASP, CSV Injection).
 */
final class InteractionsCsv implements Closeable {
    private static final List<String> COLUMNS = List.of(
            "conversation_id",
            "start_time",
            "duration_seconds",
            "disposition",
            "transcript_text",
            "has_transcript",
            "sentiment_score",
            "sentiment_label",
            "topic_cluster",
            "topic_terms",
            "account",
            "outcome",
            "transcript_status",
            "transcript_reason",
            "sentiment_agent",
            "sentiment_customer",
            "sentiment_quarter_1",
            "sentiment_quarter_2",
            "sentiment_quarter_3",
            "sentiment_quarter_4",
            "sentiment_change",
            "words",
            "utterances",
            "other_lines",
            "redactions");
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Writer out;

    InteractionsCsv(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write('\uFEFF');
        out.write(String.join(",", COLUMNS));
        out.write('\n');
    }

    /**
     * @param topic its id, null for none
     * @param terms that name the topic
     */
    void write(Interaction interaction, Integer topic, String terms) throws IOException {
        Listed listed = interaction.row().listed();
        StringBuilder line = new StringBuilder(256);
        text(line, interaction.id());
        bare(line, listed.start());
        bare(line, listed.durationSeconds() == null ? null : plain(listed.durationSeconds()));
        text(line, listed.disposition());
        text(line, interaction.hasTranscript() ? interaction.text() : null);
        bare(line, interaction.hasTranscript());
        InteractionSentiment sentiment = interaction.sentiment();
        bare(line, sentiment == null ? null : score(sentiment.score()));
        bare(line, sentiment == null ? null : sentiment.label());
        bare(line, topic);
        text(line, terms);
        text(line, interaction.row().account());
        text(line, interaction.outcome());
        bare(line, interaction.row().status().name().toLowerCase(Locale.ROOT));
        text(line, interaction.row().reason());
        bare(line, sentiment == null ? null : score(sentiment.bySpeaker().get("agent")));
        bare(line, sentiment == null ? null : score(sentiment.bySpeaker().get("customer")));
        for (int i = 0; i < 4; i++) {
            bare(line, sentiment == null ? null : score(sentiment.quarters().get(i)));
        }
        bare(line, sentiment == null ? null : score(sentiment.change()));
        bare(line, sentiment == null ? null : sentiment.words());
        bare(line, sentiment == null ? null : interaction.said().size());
        bare(line, sentiment == null ? null : interaction.row().transcript().others());
        text(line, sentiment == null ? null : redactions(interaction.redactions()));
        line.setCharAt(line.length() - 1, '\n');
        out.append(line);
    }

    private static String redactions(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String score(Double score) {
        return score == null ? null : String.format(Locale.ROOT, "%.4f", score);
    }

    private static String plain(double seconds) {
        return seconds == Math.rint(seconds) && Math.abs(seconds) < 1e15
                ? Long.toString((long) seconds)
                : Double.toString(seconds);
    }

    /** Numbers, times and words of ours. */
    private static void bare(StringBuilder line, Object value) {
        line.append(value == null ? "" : value).append(',');
    }

    private static void text(StringBuilder line, String text) {
        if (text != null && !text.isEmpty()) {
            String guard = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" : "";
            line.append('"').append(guard).append(text.replace("\"", "\"\"")).append('"');
        }
        line.append(',');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
