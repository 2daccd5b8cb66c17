package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.redaction.Spoken;
import java.util.List;

/** What is scored: it finds personal data in a call. */
@FunctionalInterface
public interface Detector {
    List<Entity> detect(CorpusCall call);

    /** The hub's redactor. */
    static Detector hub(RedactionMode mode) {
        Redactor redactor = new Redactor(mode);
        return call -> redactor.redact(
                        call.utterances().stream()
                                .map(utterance -> new Spoken(utterance.speaker(), utterance.text()))
                                .toList(),
                        call.language())
                .entities();
    }
}
