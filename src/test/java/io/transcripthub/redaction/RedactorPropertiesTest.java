package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class RedactorPropertiesTest {
    private record Issuer(String prefix, int length) {}

    @Property(tries = 500)
    void offsets_point_back_in_any_text(@ForAll("calls") List<String> call, @ForAll RedactionMode mode) {
        Redaction redaction = new Redactor(mode).redact(Utterances.of(call), "en-US");

        assertThat(redaction.texts()).isEqualTo(replacedByHand(call, redaction.entities()));
    }

    @Property(tries = 500)
    void entities_are_sorted_apart_and_within_their_text(@ForAll("calls") List<String> call) {
        List<Entity> entities = new Redactor(RedactionMode.STRICT)
                .redact(Utterances.of(call), "en-US")
                .entities();

        for (int i = 0; i < entities.size(); i++) {
            Entity entity = entities.get(i);
            assertThat(entity.start()).isNotNegative().isLessThan(entity.end());
            assertThat(entity.end())
                    .isLessThanOrEqualTo(call.get(entity.utterance()).length());
            assertThat(i == 0 || isBefore(entities.get(i - 1), entity)).isTrue();
        }
    }

    @Property(tries = 1000)
    void any_valid_card_is_found_with_any_separators(
            @ForAll("cards") String card, @ForAll("separators") List<String> separators, @ForAll RedactionMode mode) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < card.length(); i++) {
            written.append(i == 0 ? "" : separators.get(i)).append(card.charAt(i));
        }

        Redaction redaction = new Redactor(mode).redact(Utterances.of(List.of("it is " + written + " yes")), "en-US");

        assertThat(redaction.texts()).containsExactly("it is [REDACTED_CREDIT_CARD] yes");
        assertThat(redaction.entities())
                .containsExactly(new Entity(EntityType.CREDIT_CARD, 0, 6, 6 + written.length()));
    }

    @Property(tries = 1000)
    void any_valid_card_is_heard_in_any_spoken_form_split_anywhere(
            @ForAll("cards") String card, @ForAll("seeds") long seed) {
        List<Spoken> call = new SpokenCard(card, seed).call();

        Redaction redaction = new Redactor(RedactionMode.STANDARD).redact(call, "en-US");

        for (int i = 0; i < call.size(); i++) {
            boolean spoken = call.get(i).speaker().equals("customer");
            assertThat(redaction.texts().get(i))
                    .isEqualTo(spoken ? "[REDACTED_CREDIT_CARD]" : call.get(i).text());
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Provide
    Arbitrary<List<String>> calls() {
        Arbitrary<String> pieces = Arbitraries.of(
                "4111 1111",
                " 1111 1111",
                "123-45-6789",
                "415-200-1234",
                "+44 20 7946 0958",
                "a@b.org",
                "@",
                ".",
                " ",
                "DE89 3704 0044 0532 0130 00",
                "call ",
                "social ",
                "(",
                ")",
                "5 ",
                "\uD835\uDFD2",
                "\uD835",
                "é",
                "١٢٣");
        Arbitrary<String> noise = Arbitraries.strings().all().ofMaxLength(8);
        return Arbitraries.frequencyOf(Tuple.of(5, pieces), Tuple.of(1, noise))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> cards() {
        Arbitrary<Issuer> issuers = Arbitraries.of(
                new Issuer("4", 13),
                new Issuer("4", 16),
                new Issuer("4", 19),
                new Issuer("51", 16),
                new Issuer("55", 16),
                new Issuer("2221", 16),
                new Issuer("2720", 16),
                new Issuer("34", 15),
                new Issuer("37", 15),
                new Issuer("300", 14),
                new Issuer("36", 14),
                new Issuer("38", 14),
                new Issuer("6011", 16),
                new Issuer("644", 16),
                new Issuer("65", 19),
                new Issuer("62", 17),
                new Issuer("3528", 16),
                new Issuer("3589", 16),
                new Issuer("50", 13),
                new Issuer("6759", 18),
                new Issuer("60", 16),
                new Issuer("2200", 16),
                new Issuer("9792", 16),
                new Issuer("1", 15));
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofLength(19);
        return Combinators.combine(issuers, digits).as((issuer, random) -> {
            String body = issuer.prefix()
                    + random.substring(0, issuer.length() - issuer.prefix().length() - 1);
            return body + checkDigit(body);
        });
    }

    @Provide
    Arbitrary<List<String>> separators() {
        List<String> any =
                List.of(" ", "-", ".", ", ", "\u00A0", "–", " - ", "/", "\u200B", "_", "\t", "·", "...", " – ");
        Arbitrary<List<String>> mixed = Arbitraries.of(any).list().ofSize(19);
        Arbitrary<List<String>> some = Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.just("")), Tuple.of(1, Arbitraries.of(any)))
                .list()
                .ofSize(19);
        return Arbitraries.oneOf(mixed, some);
    }

    /** The digit that makes Luhn's sum a multiple of ten. */
    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = Character.digit(body.charAt(body.length() - 1 - i), 10);
            sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return (10 - sum % 10) % 10;
    }

    private static boolean isBefore(Entity left, Entity right) {
        return left.utterance() < right.utterance()
                || left.utterance() == right.utterance() && left.end() <= right.start();
    }

    private static List<String> replacedByHand(List<String> call, List<Entity> entities) {
        List<String> texts = new ArrayList<>(call);
        for (int i = entities.size() - 1; i >= 0; i--) {
            Entity entity = entities.get(i);
            String text = texts.get(entity.utterance());
            texts.set(
                    entity.utterance(),
                    text.substring(0, entity.start()) + "[REDACTED_" + entity.type() + "]"
                            + text.substring(entity.end()));
        }
        return texts;
    }
}
