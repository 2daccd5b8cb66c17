package io.transcripthub.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Documents to find topics in. Keeps their words' counts, not their texts. */
public final class Corpus {
    private final WordIds ids = new WordIds();
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
        return ids.word(id);
    }

    int wordCount() {
        return ids.size();
    }

    WordCounts document(int index) {
        return documents.get(index);
    }

    private void note(char[] text, int start, int end) {
        int word = ids.of(text, start, end);
        if (word == WordIds.NONE) {
            return;
        }
        if (length == said.length) {
            said = Arrays.copyOf(said, 2 * length);
        }
        said[length++] = word;
    }
}
