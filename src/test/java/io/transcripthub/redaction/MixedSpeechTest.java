package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.transcripthub.redaction.corpus.Corpus;
import io.transcripthub.redaction.corpus.CorpusCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A redactor that fails costs a call: what people say is cut into pieces and thrown together, and never makes one fail. */
class MixedSpeechTest {
    private static final List<List<String>> SAID = Corpus.read(Corpus.DEV).stream()
            .map(CorpusCall::utterances)
            .flatMap(List::stream)
            .map(said -> List.of(said.text().split(" ")))
            .toList();
    private static final List<String> WORDS =
            SAID.stream().flatMap(List::stream).toList();
    private static final Redactor STANDARD = new Redactor(RedactionMode.STANDARD);
    private static final Redactor STRICT = new Redactor(RedactionMode.STRICT);

    @Property(tries = 25_000, shrinking = ShrinkingMode.OFF)
    void no_mixture_of_what_people_say_is_too_much(@ForAll long seed) {
        List<Spoken> call = call(new Random(seed));

        assertThatNoException().as(call::toString).isThrownBy(() -> STANDARD.redact(call, "en-US"));
        assertThatNoException().as(call::toString).isThrownBy(() -> STRICT.redact(call, "en-US"));
    }

    private static List<Spoken> call(Random random) {
        List<Spoken> call = new ArrayList<>();
        int utterances = 1 + random.nextInt(8);
        while (call.size() < utterances) {
            String speaker =
                    Arrays.asList("agent", "customer", "customer", null).get(random.nextInt(4));
            call.add(new Spoken(speaker, random.nextInt(3) == 0 ? piece(random) : mixture(random)));
        }
        return call;
    }

    private static String piece(Random random) {
        List<String> words = SAID.get(random.nextInt(SAID.size()));
        int from = random.nextInt(words.size());
        return String.join(" ", words.subList(from, from + 1 + random.nextInt(words.size() - from)));
    }

    private static String mixture(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())) + (random.nextInt(20) == 0 ? "" : " "))
                .collect(Collectors.joining());
    }
}
