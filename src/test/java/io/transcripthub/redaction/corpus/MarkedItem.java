package io.transcripthub.redaction.corpus;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A value or a hard negative of a call.
 *
 * @param spans at least one, in the order of the text
 */
public record MarkedItem(CorpusCall call, List<Mark> spans) {
    public MarkedItem {
        spans = List.copyOf(spans);
    }

    public String label() {
        return spans.get(0).label();
    }

    boolean contains(Mark mark) {
        return spans.contains(mark);
    }

    /** As it was said, spans joined by {@code " / "}. */
    public String text() {
        return spans.stream().map(call::text).collect(Collectors.joining(" / "));
    }

    /** As it was said in the end, without false starts, spans joined by a blank. */
    public String finalText() {
        return String.join(" ", finalTexts());
    }

    /** The same, a span each. */
    List<String> finalTexts() {
        return spans.stream().filter(span -> !span.falseStart()).map(call::text).toList();
    }
}
