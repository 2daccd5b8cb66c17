package io.transcripthub.redaction.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cues.txt keeps to, so that it says of a phrase once what it means. */
class CuesFileTest {
    @Test
    void no_phrase_has_two_topics() throws IOException {
        Map<String, String> topics = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String line : lines()) {
            String[] topicAndPhrases = line.split(": ", 2);
            for (String pattern : topicAndPhrases[1].split(";", -1)) {
                for (String phrase : VocabularyReader.alternatives(pattern)) {
                    String words = phrase.trim().replaceAll(" +", " ");
                    String before = topics.put(words, topicAndPhrases[0]);
                    if (before != null && !before.equals(topicAndPhrases[0])) {
                        twice.add(words + " (" + before + ", " + topicAndPhrases[0] + ")");
                    }
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_topic_is_one_that_the_redactor_has() throws IOException {
        assertThat(lines()).extracting(line -> line.split(": ", 2)[0]).isSubsetOf(Topic.BY_NAME.keySet());
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = VocabularyReader.class.getResourceAsStream("cues.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
