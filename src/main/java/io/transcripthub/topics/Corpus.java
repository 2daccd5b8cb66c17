package io.transcripthub.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Documents to find topics in. Keeps their words' counts, not their texts. */
public final class Corpus {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<WordCounts> documents = new ArrayList<>();
    private int[] said = new int[1024];
    private int length;

    /** @param text redacted; placeholders are not counted as words */
    public void add(String text) {
        length = 0;
        Words.of(text, this::note);
        documents.add(WordCounts.of(Arrays.copyOf(said, length)));
    }

    /** How many documents there are. */
    public int size() {
        return documents.size();
    }

    String word(int id) {
        return words.get(id);
    }

    int wordCount() {
        return words.size();
    }

    WordCounts document(int index) {
        return documents.get(index);
    }

    private void note(String word) {
        if (length == said.length) {
            said = Arrays.copyOf(said, 2 * length);
        }
        said[length++] = ids.computeIfAbsent(word, this::learn);
    }

    private int learn(String word) {
        words.add(word);
        return words.size() - 1;
    }
}
