package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.corpus.Mark.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A call and what is marked in it.
 *
 * @param place file and line of its header, such as {@code bank.calls:12}
 * @param language BCP 47 tag
 * @param marks in the order of the text
 */
public record CorpusCall(
        String id, String place, String language, String topic, List<Utterance> utterances, List<Mark> marks) {
    public CorpusCall {
        utterances = List.copyOf(utterances);
        marks = List.copyOf(marks);
    }

    /** Marks of one verdict; those that share a label and a number are one item. */
    public List<MarkedItem> items(Verdict verdict) {
        List<MarkedItem> items = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.verdict() == verdict && items.stream().noneMatch(item -> item.contains(mark))) {
                List<Mark> spans = marks.stream()
                        .filter(other -> other.equals(mark) || other.belongsWith(mark))
                        .toList();
                items.add(new MarkedItem(this, spans));
            }
        }
        return items;
    }

    /** The marked text. */
    public String text(Mark mark) {
        return utterances.get(mark.utterance()).text().substring(mark.start(), mark.end());
    }
}
