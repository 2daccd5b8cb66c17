package io.transcripthub.transcripts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads Genesys Cloud's answer about a finished transcription. */
public final class GenesysAnswer {
    private GenesysAnswer() {}

    private record Spoken(Members members, Instant start, Instant end) {}

    /**
     * @param answer {@code {"language"?,"utterances":[{"speaker","text","start","end","confidence"}]}}, times by ISO 8601
     *     with any offset, UTC without one; any member of an utterance but text may be missing
     * @param language of the request, for an answer that names none
     * @return utterances in the order of their starts, or in the vendor's if one has no start; times from the first start,
     *     for the answer does not tell that of the call
     * @throws UnusableAnswer when there are no utterances
     * @throws UnusableTranscript when an utterance has no text, a number that is none, or a time that is none
     */
    public static Transcript read(Map<?, ?> answer, String language) {
        if (!(answer.get("utterances") instanceof List<?> list)) {
            throw new UnusableAnswer("utterances: expected a list, found " + Members.kind(answer.get("utterances")));
        }
        List<Spoken> spoken = new ArrayList<>(list.size());
        for (Object utterance : list) {
            Members members = Members.of(utterance, "utterances[" + spoken.size() + "]");
            spoken.add(new Spoken(members, members.time("start"), members.time("end")));
        }
        if (spoken.stream().map(Spoken::start).noneMatch(Objects::isNull)) {
            spoken.sort(Comparator.comparing(Spoken::start));
        }
        Instant beginning = spoken.stream()
                .map(Spoken::start)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        String told = answer.get("language") instanceof String tag && !tag.isBlank() ? WellFormed.text(tag) : language;
        return Transcript.received(
                told, spoken.stream().map(one -> utterance(one, beginning)).toList(), null);
    }

    private static Utterance utterance(Spoken spoken, Instant beginning) {
        return new Utterance(
                spoken.members().label("speaker"),
                spoken.members().text("text"),
                between(beginning, spoken.start()),
                between(beginning, spoken.end()),
                between(Instant.EPOCH, spoken.start()),
                between(Instant.EPOCH, spoken.end()),
                spoken.members().number("confidence"));
    }

    /** Seconds to the millisecond. */
    private static Double between(Instant from, Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis() / 1_000.0;
    }
}
