package io.transcripthub.redaction;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.recognizers.Recognizer;
import io.transcripthub.redaction.recognizers.Recognizers;
import io.transcripthub.redaction.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Takes personal data out of calls, in time linear in the length of the text. Immutable and thread-safe. */
public final class Redactor {
    private final Vocabulary vocabulary;
    private final List<Recognizer> recognizers;

    public Redactor(RedactionMode mode) {
        this(RedactionRules.of(mode));
    }

    public Redactor(RedactionRules rules) {
        this.vocabulary = Vocabulary.with(rules.cues());
        this.recognizers = Recognizers.of(rules);
    }

    /**
     * @param utterances those of one call in their order; who speaks matters, as a number goes on behind the other's "mm-hmm"
     * @param languageTag BCP 47, e.g. {@code en-US}; its region is where phone numbers without a country code belong.
     *     Null, or a tag without a region, counts as {@code US}
     */
    public Redaction redact(List<Spoken> utterances, String languageTag) {
        Call call = new Call(utterances, languageTag, vocabulary);
        Claims claims = new Claims(call.tokens());
        for (Recognizer recognizer : recognizers) {
            recognizer.recognize(call, claims);
        }
        List<Entity> entities = claims.entities();
        return new Redaction(replace(call.texts(), entities), entities, spans(utterances, entities));
    }

    private static List<RedactedSpan> spans(List<Spoken> utterances, List<Entity> entities) {
        List<RedactedSpan> spans = new ArrayList<>();
        for (Entity entity : entities) {
            RedactedSpan span = RedactedSpan.of(entity, utterances.get(entity.utterance()));
            if (span != null) {
                spans.add(span);
            }
        }
        return spans;
    }

    /** A single text, such as a reference transcript or a vendor's error message. */
    public String redact(String text, String languageTag) {
        return redact(List.of(new Spoken(null, text)), languageTag).texts().get(0);
    }

    private static List<String> replace(List<String> utterances, List<Entity> entities) {
        List<String> texts = new ArrayList<>(utterances);
        for (int from = 0, to; from < entities.size(); from = to) {
            int utterance = entities.get(from).utterance();
            to = from + 1;
            while (to < entities.size() && entities.get(to).utterance() == utterance) {
                to++;
            }
            texts.set(utterance, replace(utterances.get(utterance), entities.subList(from, to)));
        }
        return texts;
    }

    private static String replace(String text, Iterable<Entity> entities) {
        StringBuilder redacted = new StringBuilder(text.length());
        int done = 0;
        for (Entity entity : entities) {
            redacted.append(text, done, entity.start()).append(entity.type().placeholder());
            done = entity.end();
        }
        return redacted.append(text, done, text.length()).toString();
    }
}
