package io.transcripthub.stages;

import io.transcripthub.transcripts.Quality;
import io.transcripthub.transcripts.Transcript;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.util.ObjectHelper;

/** Scores the body, a redacted {@link Transcript}: average confidence, and word error rate where it has a reference. */
public final class ScoreStage implements Processor {
    @Override
    public void process(Exchange exchange) {
        if (!(exchange.getMessage().getBody() instanceof Transcript transcript)) {
            throw new IllegalArgumentException("a transcript was expected, found "
                    + ObjectHelper.className(exchange.getMessage().getBody()));
        }
        exchange.getMessage().setBody(transcript.scored(Quality.of(transcript)));
    }
}
