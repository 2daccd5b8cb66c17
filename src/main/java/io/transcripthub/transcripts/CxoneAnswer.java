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
     * @throws UnusableAnswer when there are no segments
     * @throws UnusableTranscript when a segment has no text, or a number that is none
     */
    public static Transcript read(Map<?, ?> answer, String language, String reference) {
        Object segments = answer.get("transcript") instanceof Map<?, ?> transcript ? transcript.get("segments") : null;
        if (!(segments instanceof List<?> list)) {
            throw new UnusableAnswer("transcript.segments: expected a list, found " + Members.kind(segments));
        }
        List<Utterance> utterances = new ArrayList<>(list.size());
        for (Object segment : list) {
            utterances.add(utterance(segment, utterances.size()));
        }
        return Transcript.received(language, utterances, reference);
    }

    private static Utterance utterance(Object segment, int index) {
        Members members = Members.of(segment, "transcript.segments[" + index + "]");
        return new Utterance(
                members.label("speaker"),
                members.text("text"),
                members.number("start"),
                members.number("end"),
                null,
                null,
                members.number("confidence"));
    }
}
