package io.transcripthub.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {
    private static final int LONGEST = 1_000;

    @Test
    void quoted_cells_may_hold_commas_quotes_and_line_ends() throws IOException {
        assertThat(read("a,\"b,b\",\"c\"\"c\"\r\n\"d\nd\",,\"\"\r\n"))
                .containsExactly("1: [a, b,b, c\"c]", "2: [d\nd, , ]");
    }

    @Test
    void records_are_known_by_the_line_they_begin_on_and_empty_lines_are_none() throws IOException {
        assertThat(read("\uFEFFa,b\n\n\"c\n\nc\",d\n  \ne,f"))
                .containsExactly("1: [a, b]", "3: [c\n\nc, d]", "7: [e, f]");
    }

    @Test
    void a_quote_that_is_not_closed_costs_its_own_line_only() throws IOException {
        assertThat(read("a,b\nc,\"d\ne,f\ng,h\n"))
                .containsExactly(
                        "1: [a, b]",
                        "2: expected cells separated by commas, with quotes in pairs around a cell, found a quote that is"
                                + " not closed",
                        "3: [e, f]",
                        "4: [g, h]");
    }

    @Test
    void a_quote_that_is_closed_elsewhere_by_chance_costs_the_lines_with_the_quotes_only() throws IOException {
        assertThat(read("a,5\" disk\nb,c\nd,3\" disk\ne,f\n"))
                .hasSize(4)
                .contains("2: [b, c]", "4: [e, f]")
                .filteredOn(record -> record.contains("expected"))
                .hasSize(2)
                .noneMatch(record -> record.contains("disk"));
    }

    @Test
    void text_behind_a_closing_quote_is_refused() throws IOException {
        assertThat(read("a,\"b\"c\nd,e\n"))
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo("1: expected cells separated by commas, with quotes in pairs around a cell, found a quote"
                        + " elsewhere");
    }

    @Test
    void an_endless_quote_is_given_up_before_it_fills_the_memory() throws IOException {
        String lines = "x".repeat(100) + "\n";
        List<String> read = read("a,\"b\n" + lines.repeat(20) + "c,d\n");
        assertThat(read.get(0)).endsWith("found a quote that is not closed within 1000 characters");
        assertThat(read).hasSize(22).last().isEqualTo("22: [c, d]");
    }

    @Test
    void a_line_that_is_not_utf_8_costs_itself() throws IOException {
        CsvRecords records = records("a,b\nc,\u00e9\ne,f\n".getBytes(ISO_8859_1));
        assertThat(read(records)).containsExactly("1: [a, b]", "2: expected UTF-8, found other bytes", "3: [e, f]");
    }

    @Property(tries = 300)
    void what_was_written_is_read(@ForAll("tables") List<List<String>> table) throws IOException {
        String csv = table.stream().map(CsvRecordsTest::written).collect(Collectors.joining("\r\n"));
        CsvRecords records = new CsvRecords(new Utf8Lines(new ByteArrayInputStream(csv.getBytes(UTF_8))), 1 << 20);
        for (List<String> row : table) {
            assertThat(records.next()).isEqualTo(row);
        }
        assertThat(records.next()).isNull();
    }

    @Property(tries = 500)
    void whatever_comes_is_read_to_its_end(@ForAll("scribbles") String text) throws IOException {
        long lines = text.chars().filter(c -> c == '\n').count() + 1;
        assertThat(read(text)).hasSizeLessThanOrEqualTo((int) lines);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("ab\",\n\t ;\u00e9\ud83d\ude00'")
                .ofMaxLength(8)
                .map(CsvRecordsTest::wellFormed);
        return cell.list().ofSize(3).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.strings().withChars("a\",\n\r ").ofMaxLength(60);
    }

    private static String wellFormed(String cell) {
        return new String(cell.getBytes(UTF_8), UTF_8);
    }

    private static String written(List<String> row) {
        return row.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    private static CsvRecords records(byte[] content) {
        return new CsvRecords(new Utf8Lines(new ByteArrayInputStream(content)), LONGEST);
    }

    private static List<String> read(String content) throws IOException {
        return read(records(content.getBytes(UTF_8)));
    }

    /** Each record with its line, or what is wrong with it. */
    private static List<String> read(CsvRecords records) throws IOException {
        List<String> read = new ArrayList<>();
        for (boolean more = true; more; ) {
            try {
                List<String> cells = records.next();
                more = cells != null;
                if (more) {
                    read.add(records.number() + ": " + cells);
                }
            } catch (UnusableLine unusable) {
                read.add(records.number() + ": " + unusable.getMessage());
            }
        }
        return read;
    }
}
