package io.transcripthub.stages;

import io.transcripthub.redaction.Redaction;
import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.RedactionRules;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.redaction.Spoken;
import io.transcripthub.transcripts.RedactedSpan;
import io.transcripthub.transcripts.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.util.ObjectHelper;

/**
 * Redacts the body: a {@link Transcript}, a Map with a list {@code utterances} of Maps with {@code text}, or plain text.
 * It fails closed: when it cannot redact, the body is gone and {@link RedactionFailed} is thrown.
 */
public final class RedactStage implements Processor {
    private RedactionMode mode = RedactionMode.STANDARD;
    private volatile Redactor redactor;
    private String language = "en-US";

    /** @param mode {@code standard} or {@code strict} */
    public void setMode(String mode) {
        this.mode = RedactionMode.of(mode);
    }

    /** @param language of bodies that do not say theirs, as BCP 47 tag */
    public void setLanguage(String language) {
        this.language = language;
    }

    @Override
    public void process(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        exchange.getMessage().setBody(null);
        try {
            open(exchange);
            exchange.getMessage().setBody(redacted(body));
        } catch (RuntimeException failed) {
            throw new RedactionFailed(failed);
        }
    }

    /** The rules are the registry's where it has some, so that each route knows a user's own types. */
    private void open(Exchange exchange) {
        if (redactor == null) {
            RedactionRules rules = exchange.getContext().getRegistry().findSingleByType(RedactionRules.class);
            redactor = new Redactor(rules == null ? RedactionRules.of(mode) : rules.in(mode));
        }
    }

    private Object redacted(Object body) {
        if (body instanceof Transcript transcript) {
            return redacted(transcript);
        }
        if (body instanceof Map<?, ?> call) {
            return redacted(call);
        }
        if (body instanceof String text) {
            return redactor.redact(text, language);
        }
        throw new IllegalArgumentException(
                "a transcript, a map with utterances, or text was expected, found " + ObjectHelper.className(body));
    }

    private Transcript redacted(Transcript transcript) {
        String spoken = transcript.language() == null ? language : transcript.language();
        Redaction redaction = redactor.redact(spoken(transcript), spoken);
        return transcript.redacted(
                label -> redactor.redact(label, spoken), redaction.texts(), redaction.counts(), spans(redaction));
    }

    private static List<Spoken> spoken(Transcript transcript) {
        return transcript.utterances().stream()
                .map(utterance -> new Spoken(utterance.speaker(), utterance.text(), utterance.start(), utterance.end()))
                .toList();
    }

    private static List<RedactedSpan> spans(Redaction redaction) {
        return redaction.spans().stream()
                .map(span -> new RedactedSpan(span.type().name(), span.start(), span.end()))
                .toList();
    }

    private static String speaker(Map<String, Object> utterance) {
        return utterance.get("speaker") == null
                ? null
                : utterance.get("speaker").toString();
    }

    private Map<String, Object> redacted(Map<?, ?> call) {
        List<Map<String, Object>> utterances = new ArrayList<>();
        for (Object utterance : (List<?>) call.get("utterances")) {
            utterances.add(copy((Map<?, ?>) utterance));
        }
        String spoken = call.get("language") instanceof String tag ? tag : language;
        Redaction redaction = redactor.redact(
                utterances.stream()
                        .map(utterance -> new Spoken(speaker(utterance), (String) utterance.get("text")))
                        .toList(),
                spoken);
        for (int i = 0; i < utterances.size(); i++) {
            utterances.get(i).put("text", redaction.texts().get(i));
        }
        Map<String, Object> redacted = copy(call);
        redacted.put("utterances", utterances);
        redacted.put("redactions", redaction.counts());
        return redacted;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
