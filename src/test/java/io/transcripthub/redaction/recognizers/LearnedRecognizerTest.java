package io.transcripthub.redaction.recognizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.Spoken;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Vocabulary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedRecognizerTest {
    private static final String PIN_ASKED = "what do you tap in at the cash machine";
    private static final String POINTS_ASKED = "how many points do you have";
    private static final String FOUR_DIGITS = "four four one two";

    @ParameterizedTest
    @CsvSource({
        PIN_ASKED + "," + FOUR_DIGITS + ",PIN",
        "the little group on the signature strip please,seven oh nine,CARD_CVV",
        "what does it say under your photo in the travel document,k two two oh seven one five,PASSPORT"
    })
    void claims_what_is_asked_for_in_such_words(String question, String answer, String type) {
        Call call = call(question, answer);

        assertThat(judged(RedactionMode.STANDARD, call, new Claims(call.tokens())))
                .containsExactly(new Entity(EntityType.valueOf(type), 1, 0, answer.length()));
    }

    @ParameterizedTest
    @CsvSource({
        POINTS_ASKED + "," + FOUR_DIGITS,
        "the little group on the parcel label please,seven oh nine",
        "what year did you buy the house,nineteen eighty four"
    })
    void leaves_what_looks_alike_and_is_nobodys(String question, String answer) {
        Call call = call(question, answer);

        assertThat(judged(RedactionMode.STRICT, call, new Claims(call.tokens())))
                .isEmpty();
    }

    @Test
    void gives_back_what_hardly_ever_has_to_go() {
        Call call = call(POINTS_ASKED, FOUR_DIGITS);
        Claims claims = claimed(EntityType.PIN, call);

        assertThat(judged(RedactionMode.STANDARD, call, claims)).isEmpty();
        assertThat(claims.numbers()).isEmpty();
    }

    @Test
    void gives_nothing_back_in_strict_mode() {
        Call call = call(POINTS_ASKED, FOUR_DIGITS);

        assertThat(judged(RedactionMode.STRICT, call, claimed(EntityType.PIN, call)))
                .extracting(Entity::type)
                .containsExactly(EntityType.PIN);
    }

    @Test
    void gives_nothing_back_that_a_pattern_of_a_users_own_has_claimed() {
        Call call = call(POINTS_ASKED, FOUR_DIGITS);

        assertThat(judged(RedactionMode.STANDARD, call, claimed(new EntityType("MEMBER_ID"), call)))
                .extracting(Entity::type)
                .containsExactly(new EntityType("MEMBER_ID"));
    }

    @Test
    void gives_no_card_back_where_nothing_else_is_spoken_of() {
        Call call = call("hello there", "4111 1111 1111 1111");

        assertThat(judged(RedactionMode.STANDARD, call, claimed(EntityType.CREDIT_CARD, call)))
                .extracting(Entity::type)
                .containsExactly(EntityType.CREDIT_CARD);
    }

    private static List<Entity> judged(RedactionMode mode, Call call, Claims claims) {
        new LearnedRecognizer(mode).recognize(call, claims);
        return claims.entities();
    }

    private static Claims claimed(EntityType type, Call call) {
        Claims claims = new Claims(call.tokens());
        claims.claim(type, call.digitRuns().get(0));
        return claims;
    }

    private static Call call(String question, String answer) {
        return new Call(
                List.of(new Spoken("agent", question), new Spoken("customer", answer)),
                "en-US",
                Vocabulary.with(Map.of()));
    }
}
