package io.transcripthub.redaction;

import io.transcripthub.redaction.DigitGroup.Form;
import io.transcripthub.redaction.DigitGroup.Joint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One call as recognizers read it: its utterances, its tokens, its digits and what they are about. */
final class Call {
    private static final String DEFAULT_REGION = "US";
    private static final int SHORTEST_KNOWN = 8;

    private final List<Spoken> utterances;
    private final List<String> texts;
    private final String region;
    private final Tokens tokens;
    private final List<DigitGroup> groups;
    private final List<DigitRun> digitRuns;
    private final List<DigitRun> codes;
    private final Context context;
    private List<DateReader.Named> namedDates;
    /** Digits of harmless numbers, and where they were said first. */
    private Map<String, Integer> harmless;

    Call(List<Spoken> utterances, String languageTag, Vocabulary vocabulary) {
        this.utterances = utterances;
        this.texts = utterances.stream().map(Spoken::text).toList();
        this.region = region(languageTag);
        this.tokens = Tokenizer.read(texts, vocabulary);
        Homographs.resolve(tokens, vocabulary);
        this.groups = GroupReader.read(texts, tokens);
        this.digitRuns = RunReader.digits(utterances, tokens, groups);
        this.codes = RunReader.codes(utterances, tokens, groups);
        this.context = new Context(utterances, tokens, groups);
    }

    int size() {
        return texts.size();
    }

    String text(int utterance) {
        return texts.get(utterance);
    }

    List<String> texts() {
        return texts;
    }

    Tokens tokens() {
        return tokens;
    }

    Word word(int token) {
        return tokens.word(token);
    }

    /** The word of a token, {@link Word#UNKNOWN} outside of the utterance. */
    Word word(int token, int utterance) {
        return token >= tokens.first(utterance) && token < tokens.last(utterance) ? tokens.word(token) : Word.UNKNOWN;
    }

    Context context() {
        return context;
    }

    /** What the number is about; null if nothing says it. */
    Topic topic(DigitRun run) {
        Topic topic = run.topic(context);
        boolean open = (topic == null || topic.weak()) && run.length() >= SHORTEST_KNOWN;
        return open && isKnownHarmless(run) ? Topic.HARMLESS : topic;
    }

    /** ISO 3166 code of the country that the call's language tag names, {@code US} if it names none. */
    String region() {
        return region;
    }

    /** All digits of the call, written and spoken; a run may go on in a later utterance of the same speaker. */
    List<DigitRun> digitRuns() {
        return digitRuns;
    }

    /** Runs of digits and spelled letters. */
    List<DigitRun> codes() {
        return codes;
    }

    /** Dates with the month's name. */
    List<DateReader.Named> namedDates() {
        if (namedDates == null) {
            namedDates = DateReader.read(this);
        }
        return namedDates;
    }

    /** Whether it begins within a date with the month's name. */
    boolean isInNamedDate(DigitRun run) {
        int token = run.first().token();
        List<DateReader.Named> dates = namedDates();
        int low = 0;
        int high = dates.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (dates.get(middle).tokenEnd() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < dates.size() && dates.get(low).token() <= token;
    }

    /** The group that begins with a token, or null. */
    DigitGroup groupAt(int token) {
        int index = context.groupFrom(token);
        return index < groups.size() && groups.get(index).token() == token ? groups.get(index) : null;
    }

    /** The group that ends before a token, or null. */
    DigitGroup groupEndingAt(int token) {
        int index = context.groupFrom(token) - 1;
        return index >= 0 && groups.get(index).tokenEnd() == token ? groups.get(index) : null;
    }

    /** "HCM 2026": two to five capitals right before it. */
    boolean isBehindCapitals(DigitRun run) {
        int token = run.first().token() - 1;
        int utterance = run.utterance();
        if (word(token, utterance) == Word.UNKNOWN && token < tokens.first(utterance)) {
            return false;
        }
        int length = tokens.end(token) - tokens.start(token);
        return length >= 2
                && length <= 5
                && text(utterance)
                        .substring(tokens.start(token), tokens.end(token))
                        .chars()
                        .allMatch(Character::isUpperCase);
    }

    /** Whether a token belongs to a group of digits or letters. */
    boolean groupCovers(int token) {
        int index = context.groupFrom(token + 1) - 1;
        return index >= 0 && groups.get(index).tokenEnd() > token;
    }

    /** Digits of the group that begins with a token, 0 if none does. */
    int groupStartDigits(int token) {
        DigitGroup group = groupAt(token);
        return group == null ? 0 : group.size();
    }

    /** The token behind the run's part in its first utterance. */
    int groupEnd(DigitRun run, int utterance) {
        DigitRun part = run.byUtterance().get(0);
        return part.utterance() == utterance
                ? part.last().tokenEnd()
                : run.last().tokenEnd();
    }

    boolean isSameSpeaker(int utterance, int other) {
        return Objects.equals(
                utterances.get(utterance).speaker(), utterances.get(other).speaker());
    }

    /** Whether the call has a cue of this topic anywhere. */
    boolean mentions(Topic topic) {
        return context.cues().topics().contains(topic);
    }

    /** Whether a routing number was asked for not long before. */
    boolean asksBoth(DigitRun run) {
        int token = run.first().token();
        return context.cues().hasBetween(Math.max(0, token - 60), token, Topic.ROUTING);
    }

    /** Whether it begins as a date in figures: 2024-01-31. */
    boolean isDate(DigitRun run) {
        return WrittenDates.end(this, run, 0) == run.size();
    }

    /** Whether the same digits were said before to number something harmless. */
    private boolean isKnownHarmless(DigitRun run) {
        if (harmless == null) {
            harmless = new HashMap<>();
            Set<String> personal = new HashSet<>();
            for (DigitRun other : digitRuns) {
                Topic said = other.length() >= SHORTEST_KNOWN ? other.topic(context) : null;
                if (said != null && !said.weak() && said.isHarmless()) {
                    harmless.putIfAbsent(other.digits(), other.utterance());
                } else if (said != null && !said.weak()) {
                    personal.add(other.digits());
                }
            }
            harmless.keySet().removeAll(personal);
        }
        return harmless.getOrDefault(run.digits(), Integer.MAX_VALUE) < run.utterance();
    }

    /** Whether the number counts or measures something: an amount, a time, a duration, a percentage. */
    boolean isMeasure(DigitRun run) {
        return run.isMeasure(this::findMeasure);
    }

    private boolean findMeasure(DigitRun run) {
        int utterance = run.last().utterance();
        int after = run.last().tokenEnd();
        int unit = isOneOf(word(after, utterance), "a", "an", "per", "of") ? after + 1 : after;
        Word next = word(after, utterance);
        return word(run.first().token() - 1, run.utterance()).is(Role.CURRENCY)
                || isOneOf(word(run.first().token() - 1, run.utterance()), "rupees", "rs", "dollars", "euros", "pounds")
                || next.is(Role.CURRENCY)
                || next.text().equals("%")
                || run.size() <= 4 && isOneOf(next, "digit", "digits")
                || word(unit, utterance).is(Role.UNIT)
                || isOneOf(next, "a", "p") && word(after + 1, utterance).text().equals("m")
                || run.size() <= 3 && isTimeOrDecimal(run);
    }

    private boolean isTimeOrDecimal(DigitRun run) {
        boolean pair = run.size() == 2;
        Word before = word(run.first().token() - 1, run.utterance());
        boolean hour = isOneOf(before, "at", "till", "until", "by", "around")
                && run.utterance() == run.last().utterance();
        if (hour
                && run.size() == 3
                && run.length() == 3
                && !run.isWritten()
                && run.digits().charAt(1) == '0') {
            return true;
        }
        return pair
                        && run.isWritten()
                        && run.last().size() == 2
                        && isTied(run)
                        && (run.last().joint() == Joint.DOT || run.last().joint() == Joint.COLON)
                || pair && run.digits().equals("247")
                || run.length() <= 4
                        && !run.isWritten()
                        && run.first().form() == Form.SPOKEN_PAIR
                        && isTimePreposition(before)
                || run.length() <= 4
                        && pair
                        && run.first().form() == Form.SPOKEN_DIGIT
                        && run.last().form() == Form.SPOKEN_PAIR
                        && isTimePreposition(before)
                || run.size() == 1 && !isWholeAnswer(run) && run.first().form() == Form.CARDINAL && run.length() < 7;
    }

    /** "eight hundred" and nothing else. */
    private boolean isWholeAnswer(DigitRun run) {
        return run.length() == 3
                && run.first().tokenEnd() - run.first().token() <= 3
                && tokens.last(run.utterance()) - tokens.first(run.utterance())
                        <= run.first().tokenEnd() - run.first().token() + 2;
    }

    private boolean isTied(DigitRun run) {
        return run.last().start() == run.first().end() + 1;
    }

    private static boolean isTimePreposition(Word word) {
        return isOneOf(
                word, "at", "till", "until", "by", "around", "about", "before", "after", "from", "between", "to");
    }

    private static boolean isOneOf(Word word, String... texts) {
        for (String text : texts) {
            if (word.text().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static String region(String languageTag) {
        if (languageTag != null) {
            for (int i = languageTag.length() - 2; i > 0; i--) {
                boolean subtag = isSeparator(languageTag, i - 1) && isSeparator(languageTag, i + 2);
                if (subtag
                        && Character.isLetter(languageTag.charAt(i))
                        && Character.isLetter(languageTag.charAt(i + 1))) {
                    return languageTag.substring(i, i + 2).toUpperCase(Locale.ROOT);
                }
            }
        }
        return DEFAULT_REGION;
    }

    private static boolean isSeparator(String tag, int i) {
        return i >= tag.length() || tag.charAt(i) == '-' || tag.charAt(i) == '_';
    }
}
