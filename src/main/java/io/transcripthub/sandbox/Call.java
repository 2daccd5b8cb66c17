package io.transcripthub.sandbox;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One invented call. Its file has three sections, the first two ended by an empty line:
 *
 * <pre>
 * title: A stolen wallet
 * language: en-US
 * secret: CREDIT_CARD 4111 1111 1111 1111
 *
 * speaker | start | end | confidence | text
 *
 * reference:
 * what a human heard, one utterance a line
 * </pre>
 *
 * A segment's column is left empty where the vendor leaves the member out; {@code secret:} may be repeated, the reference
 * is optional.
 *
 * @param secrets the written personal data of the segments, which must not leave a hub that redacts
 * @param reference the human transcript, null where there is none
 */
public record Call(
        String name, String title, String language, List<Secret> secrets, List<Segment> segments, String reference) {
    private static final String REFERENCE = "reference:";

    /** A value of a redaction type, such as {@code CREDIT_CARD}, as the transcript writes it. */
    public record Secret(String type, String value) {}

    public Call {
        secrets = List.copyOf(secrets);
        segments = List.copyOf(segments);
    }

    /** All segments' texts in their order, joined by a space. */
    public String text() {
        return segments.stream().map(Segment::text).collect(joining(" "));
    }

    /** @throws IllegalArgumentException naming the call and the line that does not fit */
    static Call parse(String name, String file) {
        List<String> lines = file.lines().toList();
        int body = emptyLine(lines, 0);
        int end = emptyLine(lines, body + 1);
        Map<String, String> head = new HashMap<>();
        List<Secret> secrets = new ArrayList<>();
        for (int at = 0; at < body; at++) {
            String[] field = columns(name, at, lines.get(at), ": ", 2);
            if (field[0].equals("secret")) {
                secrets.add(secret(name, at, field[1]));
            } else {
                head.put(field[0], field[1]);
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int at = body + 1; at < end; at++) {
            segments.add(segment(name, at, lines.get(at)));
        }
        return new Call(name, head.get("title"), head.get("language"), secrets, segments, reference(lines, end));
    }

    private static int emptyLine(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            at++;
        }
        return at;
    }

    private static Secret secret(String name, int at, String text) {
        String[] typeAndValue = columns(name, at, text, " ", 2);
        return new Secret(typeAndValue[0], typeAndValue[1]);
    }

    private static Segment segment(String name, int at, String line) {
        String[] column = columns(name, at, line, "\\|", 5);
        return new Segment(
                column[0].isEmpty() ? null : column[0],
                column[4],
                number(name, at, column[1]),
                number(name, at, column[2]),
                number(name, at, column[3]));
    }

    private static String[] columns(String name, int at, String line, String separator, int expected) {
        String[] columns = line.split(separator, expected);
        if (columns.length < expected) {
            throw new IllegalArgumentException(
                    "%s:%d: expected %d columns, found %d".formatted(name, at + 1, expected, columns.length));
        }
        for (int i = 0; i < expected; i++) {
            columns[i] = columns[i].strip();
        }
        return columns;
    }

    private static Double number(String name, int at, String column) {
        try {
            return column.isEmpty() ? null : Double.valueOf(column);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s:%d: expected a number, found \"%s\"".formatted(name, at + 1, column));
        }
    }

    private static String reference(List<String> lines, int end) {
        if (end + 1 >= lines.size() || !lines.get(end + 1).equals(REFERENCE)) {
            return null;
        }
        return String.join(" ", lines.subList(end + 2, lines.size()));
    }
}
