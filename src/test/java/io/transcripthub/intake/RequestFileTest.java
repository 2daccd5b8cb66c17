package io.transcripthub.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFileTest {
    private static final String SECRET = "my card is 4111 1111 1111 1111";

    @Test
    void a_column_is_a_field_of_its_own_type_and_an_empty_cell_none() throws IOException {
        List<String> lines = List.of(
                "account,mediaId,language,diarization,customVocabularyIds,media.duration,media.codec",
                "genesys,med_12345, en-US ,TRUE,a;b c,312.5,OPUS",
                "genesys,med_12346,,,,,");
        assertThat(read("x.CSV", String.join("\r\n", lines)))
                .containsExactly(
                        "2: {\"account\":\"genesys\",\"mediaId\":\"med_12345\",\"language\":\"en-US\",\"diarization\":true,"
                                + "\"customVocabularyIds\":[\"a\",\"b\",\"c\"],\"media\":{\"duration\":312.5,\"codec\":\"OPUS\"}}",
                        "3: {\"account\":\"genesys\",\"mediaId\":\"med_12346\"}");
    }

    @Test
    void a_cell_of_another_type_stays_text_for_the_door_to_refuse() throws IOException {
        assertThat(read("x.csv", "recordingId,profanityMasking,media.size\nrec-1,yes,1e9\n"))
                .containsExactly(
                        "2: {\"recordingId\":\"rec-1\",\"profanityMasking\":\"yes\",\"media\":{\"size\":\"1e9\"}}");
    }

    @Test
    void a_text_over_several_lines_is_one_request() throws IOException {
        assertThat(read("x.csv", "recordingId,referenceText\nrec-1,\"hello\n\"\"there\"\"\"\nrec-2,\nrec-3\n"))
                .containsExactly(
                        "2: {\"recordingId\":\"rec-1\",\"referenceText\":\"hello\\n\\\"there\\\"\"}",
                        "4: {\"recordingId\":\"rec-2\"}",
                        "5: expected 2 cells, found 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account,recordingID|unknown column 'recordingID', expected account, ",
                "account;recordingId|unknown column 'account;recordingId', expected account, ",
                "account,Recording Id|unknown column 'Recording Id', expected account, ",
                "account,my card is 4111111111111111|unknown column (27 characters), expected account, ",
                "account,recordingId,account|expected each column once, found 'account' again",
                "account,\"recordingId|found a quote that is not closed",
            })
    void a_header_that_is_none_is_refused_with_the_column_at_fault(String header, String words) {
        assertThatThrownBy(() -> read("x.csv", header + "\ncxone,rec-12345\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageStartingWith("line 1: ")
                .hasMessageContaining(words);
    }

    @Test
    void a_file_without_any_line_has_no_header() {
        assertThatThrownBy(() -> read("x.csv", "\n\n"))
                .hasMessage("expected a header with names of columns, found an empty file");
    }

    @Test
    void a_byte_order_mark_is_put_up_with_but_not_the_one_of_utf_16() throws IOException {
        assertThat(read("x.csv", "\uFEFFrecordingId\nrec-1\n")).containsExactly("2: {\"recordingId\":\"rec-1\"}");
        assertThat(read("x.jsonl", "\uFEFF{\"a\":1}\n")).containsExactly("1: {\"a\":1}");
        for (String name : List.of("x.csv", "x.jsonl")) {
            assertThatThrownBy(() -> read(name, "\uFEFFrecordingId\n".getBytes(UTF_16LE)))
                    .isInstanceOf(UnusableFile.class)
                    .hasMessage("expected UTF-8, found UTF-16");
        }
    }

    @Test
    void lines_that_are_no_json_are_named_without_their_text_and_the_others_come() throws IOException {
        assertThat(read(
                        "x.jsonl",
                        "{\"a\":1}\r\n\n" + SECRET + "\n{\"a\":1} {\"b\":2}\n{\"" + SECRET + "\":1,\"" + SECRET
                                + "\":2}\n  \n{\"b\":\r2}"))
                .containsExactly(
                        "1: {\"a\":1}",
                        "3: expected JSON, found something else at column 3",
                        "4: expected JSON, found something else at column 9",
                        "5: expected each field once, found (30 characters) again at column 69",
                        "7: {\"b\":2}");
    }

    @Test
    void a_line_of_another_encoding_or_of_endless_length_costs_itself() throws IOException {
        byte[] content = ("{\"a\":\"\u00e9\"}\n\"" + "x".repeat(2 << 20) + "\"\n{\"b\":2}\n").getBytes(ISO_8859_1);
        assertThat(read("x.jsonl", content))
                .containsExactly(
                        "1: expected UTF-8, found other bytes",
                        "2: expected at most 1048576 bytes, found a longer line",
                        "3: {\"b\":2}");
    }

    @Test
    void of_a_file_of_any_size_only_a_block_is_held() throws IOException {
        int rows = 200_000;
        String row = "cxone,rec-of-a-very-large-file," + "word ".repeat(100) + "\n";
        RepeatedText content = new RepeatedText("account,recordingId,referenceText\n", row, rows);
        try (RequestFile file = RequestFile.open("x.csv", content)) {
            long handedOut = 0;
            long requests = 0;
            for (List<RequestLine> block = file.nextBlock(); !block.isEmpty(); block = file.nextBlock()) {
                assertThat(content.read - handedOut).isLessThan(1 << 20);
                handedOut = content.read;
                requests += block.size();
            }
            assertThat(requests).isEqualTo(rows);
            assertThat(file.bytesRead()).isEqualTo(content.read).isGreaterThan(100_000_000);
        }
    }

    @Test
    void an_account_is_filled_in_where_there_is_none() throws IOException {
        try (RequestFile file = open(
                "x.jsonl", "{\"recordingId\":\"r\"}\n{\"account\":\"b\"}\n{\"account\":null}\n[]\n".getBytes(UTF_8))) {
            List<String> requests = file.nextBlock().stream()
                    .map(line -> line.forAccount("a").request().toString())
                    .toList();
            assertThat(requests)
                    .containsExactly(
                            "{\"recordingId\":\"r\",\"account\":\"a\"}",
                            "{\"account\":\"b\"}",
                            "{\"account\":\"a\"}",
                            "[]");
        }
    }

    /** A text, and then another one over and over. */
    private static final class RepeatedText extends InputStream {
        private final byte[] row;
        private byte[] current;
        private int position;
        private long left;
        private long read;

        RepeatedText(String first, String row, long times) {
            this.current = first.getBytes(UTF_8);
            this.row = row.getBytes(UTF_8);
            this.left = times;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (position == current.length) {
                if (left-- <= 0) {
                    return -1;
                }
                current = row;
                position = 0;
            }
            int bytes = Math.min(length, current.length - position);
            System.arraycopy(current, position, buffer, offset, bytes);
            position += bytes;
            read += bytes;
            return bytes;
        }
    }

    private static RequestFile open(String name, byte[] content) throws IOException {
        return RequestFile.open(name, new ByteArrayInputStream(content));
    }

    private static List<String> read(String name, String content) throws IOException {
        return read(name, content.getBytes(UTF_8));
    }

    /** Each request with its line, or what is wrong with it. */
    private static List<String> read(String name, byte[] content) throws IOException {
        List<String> read = new ArrayList<>();
        try (RequestFile file = open(name, content)) {
            for (RequestLine line = file.next(); line != null; line = file.next()) {
                read.add(line.line() + ": " + (line.isUsable() ? line.request().toString() : line.error()));
            }
        }
        return read;
    }
}
