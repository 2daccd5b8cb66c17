package io.transcripthub.redaction.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small calls of {@code wordings.txt}, one a line: {@code en-GB| a: which pin / c: it's [[four two seven one]]}. */
public final class Wordings {
    private static final Path FILE = Path.of("src/test/resources/redaction/wordings.txt");
    private static final Pattern MARK = Pattern.compile("\\[\\[(.*?)\\]\\]");
    private static final Pattern TAGGED = Pattern.compile("([a-z]{2}-[A-Z]{2})\\| (.*)");

    private Wordings() {}

    /** Their marks name no type. */
    public static List<CorpusCall> read() {
        List<CorpusCall> calls = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(FILE);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                    calls.add(call("wordings.txt:" + (i + 1), lines.get(i)));
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(FILE.toString(), fault);
        }
        return calls;
    }

    private static CorpusCall call(String place, String line) {
        Matcher tagged = TAGGED.matcher(line);
        boolean hasTag = tagged.matches();
        List<Utterance> utterances = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (String utterance : (hasTag ? tagged.group(2) : line).split(" / ", -1)) {
            String text = utterance.substring("a: ".length());
            StringBuilder plain = new StringBuilder();
            Matcher mark = MARK.matcher(text);
            while (mark.find()) {
                mark.appendReplacement(plain, "");
                int start = plain.length();
                plain.append(mark.group(1));
                marks.add(new Mark(Mark.Verdict.VALUE, "", 0, false, utterances.size(), start, plain.length()));
            }
            mark.appendTail(plain);
            utterances.add(new Utterance(utterance.startsWith("a") ? "agent" : "customer", plain.toString()));
        }
        return new CorpusCall(place, place, hasTag ? tagged.group(1) : "en-US", "wording", utterances, marks);
    }
}
