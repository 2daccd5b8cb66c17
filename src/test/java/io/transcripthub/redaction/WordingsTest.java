package io.transcripthub.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The many ways to ask for one kind of value and to give it; {@code wordings.txt} has a small call a line. */
class WordingsTest {
    private static final Pattern MARK = Pattern.compile("\\[\\[(.*?)\\]\\]");

    /** "en-GB| a: .." */
    private static final Pattern TAGGED = Pattern.compile("([a-z]{2}-[A-Z]{2})\\| (.*)");

    private final Redactor redactor = new Redactor(RedactionMode.STANDARD);

    @ParameterizedTest
    @MethodSource("wordings")
    void what_is_marked_goes_and_nothing_else(String wording) {
        Matcher tagged = TAGGED.matcher(wording);
        boolean hasTag = tagged.matches();
        List<String> utterances = List.of((hasTag ? tagged.group(2) : wording).split(" / ", -1));
        List<Spoken> plain = utterances.stream()
                .map(utterance -> new Spoken(
                        utterance.substring(0, 1), unmarked(utterance).substring(3)))
                .toList();

        List<Entity> entities =
                redactor.redact(plain, hasTag ? tagged.group(1) : "en-US").entities();

        List<String> redacted = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            redacted.add(hidden(plain.get(i).text(), redactedIn(i, entities)));
        }
        assertThat(redacted)
                .isEqualTo(utterances.stream()
                        .map(utterance -> hiddenMarks(utterance.substring(3)))
                        .toList());
    }

    static Stream<String> wordings() throws IOException {
        try (InputStream in = WordingsTest.class.getResourceAsStream("/redaction/wordings.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        }
    }

    private static String unmarked(String utterance) {
        return MARK.matcher(utterance).replaceAll("$1");
    }

    private static String hiddenMarks(String utterance) {
        StringBuilder text = new StringBuilder();
        BitSet marked = new BitSet();
        Matcher marks = MARK.matcher(utterance);
        int done = 0;
        while (marks.find()) {
            text.append(utterance, done, marks.start());
            int start = text.length();
            text.append(marks.group(1));
            marked.set(start, text.length());
            done = marks.end();
        }
        return hidden(text.append(utterance.substring(done)).toString(), marked);
    }

    /** Names and addresses are found by lexicon, and reported apart. */
    private static BitSet redactedIn(int utterance, List<Entity> entities) {
        BitSet redacted = new BitSet();
        entities.stream()
                .filter(entity -> entity.utterance() == utterance)
                .filter(entity -> !entity.type().equals(EntityType.PERSON)
                        && !entity.type().equals(EntityType.ADDRESS))
                .forEach(entity -> redacted.set(entity.start(), entity.end()));
        return redacted;
    }

    /** Only letters and digits, those that go as a dot. */
    private static String hidden(String text, BitSet gone) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean counts = Character.isLetterOrDigit(text.charAt(i));
            rest.append(counts ? gone.get(i) ? "." : text.substring(i, i + 1) : "");
        }
        return rest.toString();
    }
}
