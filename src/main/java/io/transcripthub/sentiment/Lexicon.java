package io.transcripthub.sentiment;

import io.transcripthub.sentiment.Word.Entry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The words that VADER knows: 7,506 rated ones, and those that strengthen, weaken or negate others. */
final class Lexicon {
    /** How much a booster adds, found by experiment (Hutto and Gilbert 2014). */
    static final double BOOST = 0.293;

    private final Map<String, Entry> entries = new HashMap<>(1 << 14);

    Lexicon() {
        for (String line : Resource.lines("lexicon.tsv")) {
            int tab = line.indexOf('\t');
            double valence = Double.parseDouble(line.substring(tab + 1));
            learn(line.substring(0, tab), entry -> entry.rated(valence));
        }
        Resource.lines("boosters.txt").forEach(word -> learn(word, entry -> entry.boosting(BOOST)));
        Resource.lines("dampeners.txt").forEach(word -> learn(word, entry -> entry.boosting(-BOOST)));
        Resource.lines("negations.txt").forEach(word -> learn(word, Entry::negating));
    }

    /** @param token as it was written */
    Word word(String token) {
        String text = token.toLowerCase(Locale.ROOT);
        return new Word(text, PythonText.isUpper(token), entries.getOrDefault(text, Entry.NONE));
    }

    private void learn(String word, UnaryOperator<Entry> fact) {
        entries.put(word, fact.apply(entries.getOrDefault(word, Entry.NONE)));
    }
}
