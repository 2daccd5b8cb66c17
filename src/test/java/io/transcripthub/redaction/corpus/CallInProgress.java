package io.transcripthub.redaction.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call while its lines are read. */
final class CallInProgress {
    private static final Pattern HEADER =
            Pattern.compile("== ([A-Za-z0-9-]+) \\| ([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*) \\| (\\S.*)");
    private static final Pattern UTTERANCE = Pattern.compile("([A-Za-z][\\w ]*): (\\S.*)");

    private final String place;
    private final String id;
    private final String language;
    private final String topic;
    private final List<Utterance> utterances = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    private CallInProgress(String place, String id, String language, String topic) {
        this.place = place;
        this.id = id;
        this.language = language;
        this.topic = topic;
    }

    static CallInProgress begin(String line, String place) {
        Matcher header = HEADER.matcher(line.strip());
        if (!header.matches()) {
            throw new CorpusFault(place, "expected '== id | language | topic', found '" + line + "'");
        }
        return new CallInProgress(place, header.group(1), header.group(2), header.group(3));
    }

    void add(String line, String linePlace) {
        Matcher utterance = UTTERANCE.matcher(line);
        if (!utterance.matches()) {
            throw new CorpusFault(linePlace, "expected 'speaker: text', found '" + line + "'");
        }
        MarkedLine read = MarkedLine.read(utterance.group(2), linePlace, utterances.size());
        utterances.add(new Utterance(utterance.group(1), read.text()));
        marks.addAll(read.marks());
    }

    CorpusCall finish() {
        if (utterances.isEmpty()) {
            throw new CorpusFault(place, "expected utterances behind the header of " + id + ", found none");
        }
        return new CorpusCall(id, place, language, topic, utterances, marks);
    }
}
