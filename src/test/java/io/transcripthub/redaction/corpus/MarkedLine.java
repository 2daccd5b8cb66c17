package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.corpus.Mark.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the marks out of an utterance. */
final class MarkedLine {
    private static final Pattern MARK =
            Pattern.compile("\\[\\[([!?]?)([A-Za-z_-]+)(?:#([1-9][0-9]*)(~?))?: (\\S|\\S.*?\\S)]]");

    private final String place;
    private final int utterance;
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();

    private MarkedLine(String place, int utterance) {
        this.place = place;
        this.utterance = utterance;
    }

    static MarkedLine read(String marked, String place, int utterance) {
        MarkedLine line = new MarkedLine(place, utterance);
        line.read(marked);
        return line;
    }

    /** The text without marks. */
    String text() {
        return text.toString();
    }

    List<Mark> marks() {
        return marks;
    }

    private void read(String marked) {
        Matcher mark = MARK.matcher(marked);
        int done = 0;
        while (mark.find()) {
            appendPlain(marked.substring(done, mark.start()));
            appendMarked(mark);
            done = mark.end();
        }
        appendPlain(marked.substring(done));
    }

    private void appendPlain(String plain) {
        if (plain.contains("[[") || plain.contains("]]")) {
            throw new CorpusFault(
                    place, "expected marks like [[TYPE: text]], [[TYPE#1: text]] or [[!kind: text]], found " + plain);
        }
        text.append(plain);
    }

    private void appendMarked(Matcher mark) {
        String value = mark.group(5);
        if (value.contains("[[")) {
            throw new CorpusFault(place, "expected ]] before the next [[, found " + value);
        }
        Verdict verdict = verdict(mark.group(1));
        int number = mark.group(3) == null ? 0 : Integer.parseInt(mark.group(3));
        boolean falseStart = "~".equals(mark.group(4));
        int start = text.length();
        text.append(value);
        marks.add(
                new Mark(verdict, label(verdict, mark.group(2)), number, falseStart, utterance, start, text.length()));
    }

    private static Verdict verdict(String sign) {
        return switch (sign) {
            case "!" -> Verdict.NEGATIVE;
            case "?" -> Verdict.OPEN;
            default -> Verdict.VALUE;
        };
    }

    private String label(Verdict verdict, String label) {
        List<String> types =
                Arrays.stream(EntityType.values()).map(EntityType::name).toList();
        if (verdict == Verdict.VALUE && !types.contains(label)) {
            throw new CorpusFault(place, "expected a type of " + types + ", found " + label);
        }
        return label;
    }
}
