package io.transcripthub.redaction.call;

import io.transcripthub.redaction.Spoken;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitStream;
import io.transcripthub.redaction.numbers.GroupReader;
import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Homographs;
import io.transcripthub.redaction.words.Tokenizer;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Vocabulary;
import io.transcripthub.redaction.words.Word;
import java.util.Arrays;
import java.util.List;

/** One call as recognizers read it: its utterances, its tokens, its digits and what they are about. */
public final class Call {
    private final Speakers speakers;
    private final List<String> texts;
    private final LanguageTag language;
    private final Tokens tokens;
    private final Groups groups;
    private final List<DigitRun> digitRuns;
    private final List<DigitRun> codes;
    private final Context context;
    private final Measures measures;
    private final HarmlessNumbers harmless;
    private List<DateReader.Named> namedDates;

    public Call(List<Spoken> utterances, String languageTag, Vocabulary vocabulary) {
        this.speakers = new Speakers(utterances);
        this.texts = Arrays.asList(new String[utterances.size()]);
        for (int i = 0; i < utterances.size(); i++) {
            texts.set(i, utterances.get(i).text());
        }
        this.language = new LanguageTag(languageTag);
        this.tokens = Tokenizer.read(texts, vocabulary);
        Homographs.resolve(tokens, vocabulary);
        Cues cues = new Cues(tokens, vocabulary.phrases());
        DigitStream read = GroupReader.read(texts, tokens, cues);
        this.groups = new Groups(read, tokens.size());
        this.measures = new Measures(tokens);
        RunReader.Runs runs = RunReader.read(speakers, tokens, read, cues, measures);
        this.digitRuns = runs.digits();
        this.codes = runs.codes();
        this.context = new Context(texts, speakers, tokens, cues, groups);
        this.harmless = new HarmlessNumbers(speakers, tokens, groups, context, digitRuns);
    }

    public int size() {
        return texts.size();
    }

    public String text(int utterance) {
        return texts.get(utterance);
    }

    public List<String> texts() {
        return texts;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Word word(int token) {
        return tokens.word(token);
    }

    /** The word of a token, {@link Word#UNKNOWN} outside of the utterance. */
    public Word word(int token, int utterance) {
        return tokens.word(token, utterance);
    }

    public Groups groups() {
        return groups;
    }

    public Context context() {
        return context;
    }

    /** What the number is about; null if nothing says it. */
    public Topic topic(DigitRun run) {
        return run.topic(this);
    }

    /** The same for a run that has not asked yet. */
    Topic read(DigitRun run) {
        Topic topic = run.topic(context);
        boolean open = topic == null || topic.weak();
        boolean inherited = open || run.topicWithin(context) == null;
        if (inherited && PublicNumbers.isToldInPassing(this, run)
                || !Topic.PHONE.equals(topic) && !Topic.PIN.equals(topic) && PublicNumbers.isToldToCall(this, run)) {
            return Topic.PUBLIC;
        }
        if (topic == null && measures.isPrice(run)) {
            return Topic.AMOUNT;
        }
        if (inherited && harmless.isEcho(run)) {
            return Topic.HARMLESS;
        }
        boolean known = inherited && harmless.isKnown(run, open ? null : topic);
        return known ? Topic.HARMLESS : topic;
    }

    /** Whether the other one has just said the same digits of something harmless. */
    public boolean isEcho(DigitRun run) {
        return harmless.isEcho(run);
    }

    public LanguageTag language() {
        return language;
    }

    /**
     * All digits of the call, written and spoken; a run may go on in a later utterance of the same speaker. "Two days" is left
     * out: talk is full of such counts, and no number that anybody asks for is one.
     */
    public List<DigitRun> digitRuns() {
        return digitRuns;
    }

    /** Runs of digits and spelled letters. */
    public List<DigitRun> codes() {
        return codes;
    }

    /** Dates with the month's name. */
    public List<DateReader.Named> namedDates() {
        if (namedDates == null) {
            namedDates = DateReader.read(this);
        }
        return namedDates;
    }

    /** Whether it begins within a date with the month's name. */
    public boolean isInNamedDate(DigitRun run) {
        return isInNamedDate(run.first());
    }

    /** Without the groups of the date with the month's name that it begins with, if there are others. */
    public DigitRun behindNamedDate(DigitRun run) {
        int first = 0;
        while (first < run.size() && isInNamedDate(run.group(first))) {
            first++;
        }
        return first < run.size() ? run.part(first, run.size()) : run;
    }

    private boolean isInNamedDate(DigitGroup group) {
        return namedDate(group) != null;
    }

    /** The date with the month's name that a group belongs to; null if there is none. */
    public DateReader.Named namedDate(DigitGroup group) {
        return DateReader.around(group.token(), namedDates());
    }

    /** "l 005 58 4421", spelled, but not "p i n 4081". */
    public boolean isBehindLetter(DigitRun run) {
        int token = run.first().token();
        DigitGroup before = groups.endingAt(token);
        return before != null
                && before.isLetter()
                && before.utterance() == run.utterance()
                && !context.cues().cover(token - 1);
    }

    /** "HCM 2026": two to five capitals right before it. */
    public boolean isBehindCapitals(DigitRun run) {
        int token = run.first().token() - 1;
        int utterance = run.utterance();
        if (word(token, utterance) == Word.UNKNOWN && token < tokens.first(utterance)) {
            return false;
        }
        int length = tokens.end(token) - tokens.start(token);
        return length >= 2 && length <= 5 && isCapitals(text(utterance), tokens.start(token), tokens.end(token));
    }

    private static boolean isCapitals(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The token behind the run's part in its first utterance. */
    public int groupEnd(DigitRun run, int utterance) {
        DigitRun part = run.byUtterance().get(0);
        return part.utterance() == utterance
                ? part.last().tokenEnd()
                : run.last().tokenEnd();
    }

    /** Whether more than one speaks. */
    public boolean isDialogue() {
        return speakers.count() > 1;
    }

    public boolean isSameSpeaker(int utterance, int other) {
        return speakers.areSame(utterance, other);
    }

    /** Whether the one speaks who is called the agent; where nobody is, the one who speaks first. */
    public boolean isAgent(int utterance) {
        return speakers.isAgent(utterance);
    }

    /** Whether the call has a cue of this topic anywhere. */
    public boolean mentions(Topic topic) {
        return context.cues().mentions(topic);
    }

    /** Whether a routing number was asked for not long before. */
    public boolean asksBoth(DigitRun run) {
        int token = run.first().token();
        return context.cues().hasBetween(Math.max(0, token - 60), token, Topic.ROUTING);
    }

    /** Whether it begins as a date in figures: 2024-01-31. */
    public boolean isDate(DigitRun run) {
        return WrittenDates.end(this, run, 0) == run.size();
    }

    /** Whether three or four digits are said as a number that counts nothing. */
    public boolean isPlainCardinal(DigitRun run) {
        return measures.isPlainCardinal(run);
    }

    /** Whether the number counts or measures something: an amount, a time, a duration, a percentage. */
    public boolean isMeasure(DigitRun run) {
        return run.isMeasure(measures);
    }
}
