package io.transcripthub.sentiment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Phrases that mean something else than their words; those that hold a rated word. */
final class Phrases {
    private record Phrase(List<String> words, double valence) {
        static Phrase of(String words, double valence) {
            return new Phrase(List.of(words.split(" ")), valence);
        }

        String first() {
            return words.get(0);
        }
    }

    private static final Map<String, List<Phrase>> IDIOMS = Stream.of(
                    Phrase.of("the shit", 3),
                    Phrase.of("the bomb", 3),
                    Phrase.of("bad ass", 1.5),
                    Phrase.of("bus stop", 0),
                    Phrase.of("yeah right", -2),
                    Phrase.of("kiss of death", -1.5),
                    Phrase.of("to die for", 3),
                    Phrase.of("beating heart", 3.1),
                    Phrase.of("broken heart", -2.9))
            .collect(Collectors.groupingBy(Phrase::first));

    private Phrases() {}

    /** Of all idioms. */
    static Stream<String> words() {
        return IDIOMS.values().stream().flatMap(List::stream).flatMap(phrase -> phrase.words().stream());
    }

    /** The valence of the idiom that these words are, null if they are none. */
    static Double idiom(List<Word> words, int start, int length) {
        if (start + length > words.size()) {
            return null;
        }
        for (Phrase idiom : IDIOMS.getOrDefault(words.get(start).entry().text(), List.of())) {
            if (isAt(words, start, length, idiom.words())) {
                return idiom.valence();
            }
        }
        return null;
    }

    /** Whether "just enough", "kind of" or "sort of" begins here. */
    static boolean dampens(List<Word> words, int start) {
        Word first = words.get(start);
        Word second = words.get(start + 1);
        return second.is(Particle.OF) && (first.is(Particle.KIND) || first.is(Particle.SORT))
                || second.is(Particle.ENOUGH) && first.is(Particle.JUST);
    }

    private static boolean isAt(List<Word> words, int start, int length, List<String> phrase) {
        boolean same = phrase.size() == length;
        for (int i = 0; same && i < length; i++) {
            same = words.get(start + i).entry().text().equals(phrase.get(i));
        }
        return same;
    }
}
