package io.transcripthub.redaction.corpus;

import java.util.ArrayList;
import java.util.List;

/** A call while values of others take the place of its own, from its beginning on. */
final class CrossedCall {
    /** More than the numbers of a call's marks. */
    private static final int NUMBERS = 1000;

    private final CorpusCall call;
    private final List<Utterance> utterances = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int utterance;
    private int offset;
    private int replaced;

    CrossedCall(CorpusCall call) {
        this.call = call;
    }

    /** @param taker behind what was replaced before */
    void replace(MarkedItem taker, MarkedItem giver) {
        Mark from = taker.spans().get(0);
        copy(call, utterance, offset, from.utterance(), from.start(), 0);
        Mark first = giver.spans().get(0);
        Mark last = giver.spans().get(giver.spans().size() - 1);
        replaced++;
        copy(giver.call(), first.utterance(), first.start(), last.utterance(), last.end(), replaced * NUMBERS);
        Mark to = taker.spans().get(taker.spans().size() - 1);
        utterance = to.utterance();
        offset = to.end();
    }

    CorpusCall finish(String id) {
        int last = call.utterances().size() - 1;
        copy(call, utterance, offset, last, text(call, last).length(), 0);
        endUtterance(call.utterances().get(last).speaker());
        return new CorpusCall(id, call.place(), call.language(), call.topic(), utterances, marks);
    }

    private void copy(CorpusCall from, int first, int start, int last, int end, int numbers) {
        for (int i = first; i <= last; i++) {
            int lineStart = i == first ? start : 0;
            int lineEnd = i == last ? end : text(from, i).length();
            for (Mark mark : from.marks()) {
                if (mark.utterance() == i && mark.start() >= lineStart && mark.end() <= lineEnd) {
                    marks.add(moved(mark, text.length() - lineStart, numbers));
                }
            }
            text.append(text(from, i), lineStart, lineEnd);
            if (i < last) {
                endUtterance(from.utterances().get(i).speaker());
            }
        }
    }

    private Mark moved(Mark mark, int by, int numbers) {
        int number = mark.number() == 0 ? 0 : mark.number() + numbers;
        return new Mark(
                mark.verdict(),
                mark.label(),
                number,
                mark.falseStart(),
                utterances.size(),
                mark.start() + by,
                mark.end() + by);
    }

    private void endUtterance(String speaker) {
        utterances.add(new Utterance(speaker, text.toString()));
        text.setLength(0);
    }

    private static String text(CorpusCall call, int utterance) {
        return call.utterances().get(utterance).text();
    }
}
