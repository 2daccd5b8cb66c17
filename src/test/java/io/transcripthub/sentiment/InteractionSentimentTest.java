package io.transcripthub.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.transcripthub.transcripts.Utterance;
import java.util.List;
import org.junit.jupiter.api.Test;

class InteractionSentimentTest {
    private static final Vader VADER = new Vader();
    private static final double GOOD = 0.4404;
    private static final double BAD = -0.5423;

    @Test
    void no_text_is_no_score() {
        assertThat(InteractionSentiment.of(List.of(), VADER)).isNull();
        assertThat(of(said("agent", " "), said("customer", ""))).isNull();
    }

    @Test
    void longer_utterances_weigh_more() {
        InteractionSentiment found = of(said("agent", "good"), said("customer", "bad word word"));
        double bad = VADER.score("bad word word").compound();
        assertThat(found.score()).isEqualTo(Sentiment.rounded((GOOD + 3 * bad) / 4, 4));
        assertThat(found.words()).isEqualTo(4);
        assertThat(found.label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void each_speaker_has_a_mean_in_the_order_of_speaking() {
        InteractionSentiment found = of(said("customer", "bad"), said("agent", "good"), said(null, "table"));
        assertThat(found.bySpeaker())
                .containsExactly(entry("customer", BAD), entry("agent", GOOD), entry("unknown", 0.0));
    }

    @Test
    void quarters_follow_the_time() {
        InteractionSentiment found =
                of(said("a", "bad", 10.0, 12.0), said("b", "table", 19.9, 20.0), said("a", "good", 40.0, 50.0));
        assertThat(found.quarters()).containsExactly(Sentiment.rounded(BAD / 2, 4), null, null, GOOD);
        assertThat(found.change()).isEqualTo(Sentiment.rounded(GOOD - Sentiment.rounded(BAD / 2, 4), 4));
    }

    @Test
    void the_last_start_of_a_call_without_ends_is_in_the_last_quarter() {
        InteractionSentiment found = of(said("a", "bad", 0.0, null), said("a", "good", 10.0, null));
        assertThat(found.quarters()).containsExactly(BAD, null, null, GOOD);
    }

    @Test
    void without_all_times_quarters_follow_the_order() {
        InteractionSentiment found =
                of(said("a", "bad", 90.0, 91.0), said("b", "bad"), said("a", "table"), said("b", "good"));
        assertThat(found.quarters()).containsExactly(BAD, BAD, 0.0, GOOD);
        assertThat(of(said("a", "bad", 5.0, 5.0), said("a", "good", 5.0, 5.0)).quarters())
                .containsExactly(BAD, null, GOOD, null);
    }

    @Test
    void one_utterance_does_not_change() {
        assertThat(of(said("a", "good")).change()).isNull();
    }

    private static InteractionSentiment of(Utterance... utterances) {
        return InteractionSentiment.of(List.of(utterances), VADER);
    }

    private static Utterance said(String speaker, String text) {
        return said(speaker, text, null, null);
    }

    private static Utterance said(String speaker, String text, Double start, Double end) {
        return new Utterance(speaker, text, start, end, null, null, null);
    }
}
