package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.Entity;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which characters of a call something covers; only letters and digits count, of any script. */
final class Coverage {
    private final CorpusCall call;
    private final List<BitSet> covered;

    private Coverage(CorpusCall call) {
        this.call = call;
        this.covered =
                Stream.generate(BitSet::new).limit(call.utterances().size()).toList();
    }

    static Coverage ofEntities(CorpusCall call, List<Entity> entities) {
        Coverage coverage = new Coverage(call);
        entities.forEach(entity -> coverage.covered.get(entity.utterance()).set(entity.start(), entity.end()));
        return coverage;
    }

    static Coverage ofMarks(CorpusCall call, List<Mark> marks) {
        Coverage coverage = new Coverage(call);
        marks.forEach(mark -> coverage.covered.get(mark.utterance()).set(mark.start(), mark.end()));
        return coverage;
    }

    boolean covers(int utterance, int offset) {
        return covered.get(utterance).get(offset);
    }

    boolean touches(Entity entity) {
        int next = covered.get(entity.utterance()).nextSetBit(entity.start());
        return next >= 0 && next < entity.end();
    }

    boolean touches(MarkedItem item) {
        return standing(item) < characters(item);
    }

    /** Letters and digits of an item that are not covered. */
    int standing(MarkedItem item) {
        return (int) item.spans().stream()
                .flatMapToInt(span -> characters(span).filter(offset -> !covers(span.utterance(), offset)))
                .count();
    }

    /** Letters and digits of an item. */
    int characters(MarkedItem item) {
        return (int) item.spans().stream().flatMapToInt(this::characters).count();
    }

    private IntStream characters(Mark span) {
        String text = call.utterances().get(span.utterance()).text();
        return IntStream.range(span.start(), span.end())
                .filter(offset -> Character.isLetterOrDigit(text.codePointAt(offset)));
    }
}
