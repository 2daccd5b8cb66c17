package io.transcripthub.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.transcripthub.files.CsvRecords;
import io.transcripthub.files.UnusableLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Requests of a CSV file. Its header holds the JSON names of their fields, a dot before a member of a member. An empty cell
 * is a field that is not there.
 */
final class CsvRequests {
    private static final Set<String> FLAGS =
            Set.of("speakerDiarization", "punctuationRestoration", "profanityMasking", "diarization");
    private static final Set<String> NUMBERS = Set.of("media.duration", "media.size");
    private static final String LIST = "customVocabularyIds";
    private static final Set<String> COLUMNS = columns();

    private final CsvRecords records;
    private final List<String> columns;

    private CsvRequests(CsvRecords records, List<String> columns) {
        this.records = records;
        this.columns = columns;
    }

    /** @throws UnusableFile when the first record is no header of requests */
    static CsvRequests below(CsvRecords records) throws IOException {
        try {
            List<String> header = records.next();
            if (header == null) {
                throw new UnusableFile("expected a header with names of columns, found an empty file");
            }
            List<String> columns = header.stream().map(String::strip).toList();
            check(columns, records.number());
            return new CsvRequests(records, columns);
        } catch (UnusableLine noHeader) {
            throw new UnusableFile("line " + records.number() + ": " + noHeader.getMessage());
        }
    }

    private static void check(List<String> columns, long line) throws UnusableFile {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                throw new UnusableFile("line " + line + ": unknown column " + Rejected.discreetName(column)
                        + ", expected " + String.join(", ", COLUMNS) + ", separated by commas");
            }
            if (!seen.add(column)) {
                throw new UnusableFile("line " + line + ": expected each column once, found '" + column + "' again");
            }
        }
    }

    private static Set<String> columns() {
        Set<String> columns = new TreeSet<>(RecordingRequest.FIELDS);
        columns.addAll(MediaRequest.FIELDS);
        columns.remove("media");
        MediaRequest.MEDIA_FIELDS.forEach(field -> columns.add("media." + field));
        return columns;
    }

    /** @return the next request or what stands in its place, null at the end */
    RequestLine next() throws IOException {
        try {
            List<String> cells = records.next();
            return cells == null ? null : line(cells);
        } catch (UnusableLine unusable) {
            return RequestLine.unusable(records.number(), unusable.getMessage());
        }
    }

    private RequestLine line(List<String> cells) {
        if (cells.size() != columns.size()) {
            return RequestLine.unusable(
                    records.number(), "expected " + columns.size() + " cells, found " + cells.size());
        }
        ObjectNode request = RequestJson.object();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                put(request, columns.get(i), cell);
            }
        }
        return RequestLine.of(records.number(), request);
    }

    private static void put(ObjectNode request, String column, String cell) {
        int dot = column.indexOf('.');
        if (dot > 0) {
            set(request.withObjectProperty(column.substring(0, dot)), column, column.substring(dot + 1), cell);
        } else {
            set(request, column, column, cell);
        }
    }

    /** What is not of the field's type stays text, and is refused as such where requests are checked. */
    private static void set(ObjectNode object, String column, String field, String cell) {
        if (FLAGS.contains(column) && (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false"))) {
            object.put(field, Boolean.parseBoolean(cell));
        } else if (NUMBERS.contains(column) && cell.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            object.put(field, new BigDecimal(cell));
        } else if (column.equals(LIST)) {
            ArrayNode list = object.putArray(field);
            List.of(cell.split("[;\\s]+")).forEach(list::add);
        } else {
            object.put(field, cell);
        }
    }
}
