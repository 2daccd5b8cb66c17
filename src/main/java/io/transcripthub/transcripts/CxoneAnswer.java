package io.transcripthub.transcripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads CXone's answer about a finished transcription. */
public final class CxoneAnswer {
    private CxoneAnswer() {}

    /**
     * @param answer {@code {"transcript":{"segments":[{"speaker","text","start","end","confidence"}]}}}; a number may
     *     be missing, or written as text
     * @throws UnusableAnswer when there are no segments, or one has no text
     */
    public static Transcript read(Map<?, ?> answer, String language, String reference) {
        Object segments = answer.get("transcript") instanceof Map<?, ?> transcript ? transcript.get("segments") : null;
        if (!(segments instanceof List<?> list)) {
            throw new UnusableAnswer("transcript.segments: expected a list, found " + kind(segments));
        }
        List<Utterance> utterances = new ArrayList<>(list.size());
        for (Object segment : list) {
            utterances.add(utterance(segment, utterances.size()));
        }
        return Transcript.received(language, utterances, reference);
    }

    private static Utterance utterance(Object segment, int index) {
        String place = "transcript.segments[" + index + "]";
        if (!(segment instanceof Map<?, ?> members)) {
            throw new UnusableAnswer(place + ": expected an object, found " + kind(segment));
        }
        if (!(members.get("text") instanceof String text)) {
            throw new UnusableAnswer(place + ".text: expected text, found " + kind(members.get("text")));
        }
        Object speaker = members.get("speaker");
        return new Utterance(
                speaker == null ? null : WellFormed.text(speaker.toString()),
                WellFormed.text(text),
                number(place + ".start", members.get("start")),
                number(place + ".end", members.get("end")),
                null,
                null,
                number(place + ".confidence", members.get("confidence")));
    }

    private static Double number(String place, Object value) {
        if (value == null) {
            return null;
        }
        try {
            double number = value instanceof Number n ? n.doubleValue() : Double.parseDouble(value.toString());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new UnusableAnswer(place + ": expected a number, found " + kind(value));
    }

    private static String kind(Object value) {
        return value == null ? "nothing" : value.getClass().getSimpleName();
    }
}
