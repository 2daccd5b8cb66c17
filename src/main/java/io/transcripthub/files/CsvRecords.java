package io.transcripthub.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Records of comma-separated values (RFC 4180), one at a time; a quoted cell may hold line ends. Empty lines are no records.
 *
 * <p>A parser of the whole stream would lose its way at a stray quote, and the rest of the file with it. So a record is put
 * together from lines first: as quotes come in pairs, it ends where their number is even. If what came together is no
 * record, its first line alone is at fault, and reading goes on with the second.
 */
public final class CsvRecords {
    private static final ObjectReader CELLS =
            new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);
    private static final String EXPECTED =
            "expected cells separated by commas, with quotes in pairs around a cell, found ";

    private record Line(long number, String text, UnusableLine fault) {}

    private final Utf8Lines source;
    private final int longest;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private long number;

    /** @param longest characters of a record that spans several lines */
    public CsvRecords(Utf8Lines source, int longest) {
        this.source = source;
        this.longest = longest;
    }

    /** Number of the line on which the record began that was read last, from 1. */
    public long number() {
        return number;
    }

    /**
     * @return the cells of the next record, null at the end of the input
     * @throws UnusableLine when what begins with this line is no record; the next call goes on with the line after it
     */
    public List<String> next() throws IOException {
        Line first = line();
        while (first != null && first.fault() == null && first.text().isBlank()) {
            first = line();
        }
        return first == null ? null : record(first);
    }

    private List<String> record(Line first) throws IOException {
        number = first.number();
        if (first.fault() != null) {
            throw first.fault();
        }
        List<Line> others = new ArrayList<>();
        try {
            return cells(closed(first, others));
        } catch (UnusableLine noRecord) {
            for (int i = others.size() - 1; i >= 0; i--) {
                putBack.addFirst(others.get(i));
            }
            throw noRecord;
        }
    }

    /** @param others takes the lines that were read after the first */
    private String closed(Line first, List<Line> others) throws IOException {
        StringBuilder record = new StringBuilder(first.text());
        for (boolean open = hasOddQuotes(first.text()); open; ) {
            Line next = line();
            if (next == null) {
                throw new UnusableLine(EXPECTED + "a quote that is not closed");
            }
            others.add(next);
            if (next.fault() != null) {
                throw new UnusableLine(EXPECTED + "a line in quotes that is not UTF-8 or too long");
            }
            record.append('\n').append(next.text());
            if (record.length() > longest) {
                throw new UnusableLine(EXPECTED + "a quote that is not closed within " + longest + " characters");
            }
            open ^= hasOddQuotes(next.text());
        }
        return record.toString();
    }

    private static boolean hasOddQuotes(String text) {
        boolean odd = false;
        for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
            odd = !odd;
        }
        return odd;
    }

    private static List<String> cells(String record) throws IOException {
        try (MappingIterator<String[]> rows = CELLS.readValues(record)) {
            List<String> cells = List.of(rows.next());
            if (!rows.hasNext()) {
                return cells;
            }
        } catch (JsonProcessingException | RuntimeJsonMappingException malformed) {
            throw new UnusableLine(EXPECTED + "a quote elsewhere");
        }
        throw new UnusableLine(EXPECTED + "a quote elsewhere");
    }

    private Line line() throws IOException {
        if (!putBack.isEmpty()) {
            return putBack.removeFirst();
        }
        try {
            String text = source.next();
            return text == null ? null : new Line(source.number(), text, null);
        } catch (UnusableLine fault) {
            return new Line(source.number(), null, fault);
        }
    }
}
