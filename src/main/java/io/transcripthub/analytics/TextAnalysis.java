package io.transcripthub.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.ledger.Conversation.Analysed;
import io.transcripthub.redaction.Redaction;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.redaction.Spoken;
import io.transcripthub.sentiment.InteractionSentiment;
import io.transcripthub.sentiment.Vader;
import io.transcripthub.transcripts.ConversationTranscript;
import io.transcripthub.transcripts.Utterance;
import java.util.ArrayList;
import java.util.List;

/**
 * Redacts transcripts and scores their sentiment, many at a time. Sentiment is that of the text as it was said; of that text
 * only the figures are kept.
 */
final class TextAnalysis {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Redactor redactor;
    private final Vader vader;

    TextAnalysis(Redactor redactor, Vader vader) {
        this.redactor = redactor;
        this.vader = vader;
    }

    /**
     * @return one a transcript, in their order; null for one whose text could not be redacted, and without sentiment where
     *     nobody says a word
     */
    List<Analysed> of(List<ConversationTranscript> transcripts, Timings timings) {
        long begin = System.nanoTime();
        List<Redaction> redactions =
                transcripts.parallelStream().map(this::redacted).toList();
        timings.since("redact", begin);
        begin = System.nanoTime();
        List<InteractionSentiment> sentiments = transcripts.parallelStream()
                .map(transcript -> InteractionSentiment.of(transcript.utterances(), vader))
                .toList();
        timings.since("sentiment", begin);
        List<Analysed> analysed = new ArrayList<>();
        for (int i = 0; i < transcripts.size(); i++) {
            analysed.add(analysed(transcripts.get(i), redactions.get(i), sentiments.get(i)));
        }
        return analysed;
    }

    /** A single line; null when it could not be redacted. */
    String redacted(String line) {
        try {
            return redactor.redact(line, null);
        } catch (RuntimeException failed) {
            return null;
        }
    }

    /** Fails closed: what cannot be redacted is not kept. */
    private Redaction redacted(ConversationTranscript transcript) {
        try {
            return redactor.redact(
                    transcript.utterances().stream()
                            .map(utterance -> new Spoken(utterance.speaker(), utterance.text()))
                            .toList(),
                    null);
        } catch (RuntimeException failed) {
            return null;
        }
    }

    private static Analysed analysed(
            ConversationTranscript transcript, Redaction redaction, InteractionSentiment sentiment) {
        if (redaction == null) {
            return null;
        }
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < redaction.texts().size(); i++) {
            Utterance utterance = transcript.utterances().get(i);
            said.add(new Said(utterance.speaker(), redaction.texts().get(i), utterance.start()));
        }
        return new Analysed(
                json(said), sentiment == null ? null : json(sentiment), json(redaction.counts()), transcript.others());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures that are not to be written as JSON", impossible);
        }
    }
}
