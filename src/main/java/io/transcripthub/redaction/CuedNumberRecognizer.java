package io.transcripthub.redaction;

import java.util.Set;

/** A number that is recognised by nothing but the words around it. */
final class CuedNumberRecognizer implements Recognizer {
    private final EntityType type;
    private final Set<Topic> topics;

    CuedNumberRecognizer(EntityType type, Topic... topics) {
        this.type = type;
        this.topics = Set.of(topics);
    }

    @Override
    public void recognize(Call call, Claims claims) {
        if (topics.stream().noneMatch(call::mentions)) {
            return;
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (topics.stream().anyMatch(topic -> topic.fits(run.length()) || topic.fits(run.lengthBehindCorrection()))
                    && !call.isMeasure(run)
                    && !call.isDate(run)
                    && isAbout(call, run)) {
                claims.claim(type, run);
            }
        }
    }

    private boolean isAbout(Call call, DigitRun run) {
        Topic topic = call.topic(run);
        return topic != null && topics.contains(topic);
    }
}
