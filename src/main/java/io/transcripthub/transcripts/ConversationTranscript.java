package io.transcripthub.transcripts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The transcript of a CXone conversation.
 *
 * @param utterances what agent and customer said, start in seconds from the first line if each line has a time
 * @param others lines that are not among them: of other authors, or without text
 */
public record ConversationTranscript(List<Utterance> utterances, int others) {
    private static final Set<String> SPEAKERS = Set.of("agent", "customer");

    /**
     * @param answer {@code [{"author":{"type"},"text","timestamp"?}]}
     * @throws UnusableTranscript when it is no list, or a member has the wrong type
     */
    public static ConversationTranscript read(Object answer) {
        if (!(answer instanceof List<?> lines)) {
            throw new UnusableTranscript("transcript: expected a list, found " + Members.kind(answer));
        }
        List<Line> spoken = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = Line.read(lines.get(i), "transcript[" + i + "]");
            if (line != null) {
                spoken.add(line);
            }
        }
        Instant first = spoken.stream()
                .map(Line::time)
                .filter(time -> time != null)
                .min(Instant::compareTo)
                .orElse(null);
        return new ConversationTranscript(
                spoken.stream().map(line -> line.utterance(first)).toList(), lines.size() - spoken.size());
    }

    private record Line(String speaker, String text, Instant time) {
        /** Null when it is nobody's text. */
        static Line read(Object line, String place) {
            Members members = Members.of(line, place);
            Object said = ((Map<?, ?>) line).get("text");
            String text = said == null ? null : members.text("text");
            String speaker = speaker(((Map<?, ?>) line).get("author"), place);
            boolean spoken = text != null && !text.isBlank() && SPEAKERS.contains(speaker);
            return spoken ? new Line(speaker, text, time(members)) : null;
        }

        private static String speaker(Object author, String place) {
            if (author == null || ((author instanceof Map<?, ?> members) && members.get("type") == null)) {
                return "";
            }
            return Members.of(author, place + ".author").text("type").toLowerCase(Locale.ROOT);
        }

        /** A time only places an utterance within the call. One that cannot be read is none. */
        private static Instant time(Members members) {
            try {
                return members.time("timestamp");
            } catch (UnusableTranscript unreadable) {
                return null;
            }
        }

        Utterance utterance(Instant first) {
            Double start = time == null || first == null
                    ? null
                    : Duration.between(first, time).toMillis() / 1000.0;
            return new Utterance(speaker, text, start, null, null, null, null);
        }
    }
}
