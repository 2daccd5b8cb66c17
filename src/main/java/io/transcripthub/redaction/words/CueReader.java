package io.transcripthub.redaction.words;

import java.util.ArrayList;
import java.util.List;

/** Finds the cues of a call; of phrases that overlap the longest from the left counts. */
final class CueReader {
    private static final int MOST_ASIDE = 6;
    private static final int INITIALS = 3;

    private final Tokens tokens;
    private final Phrases phrases;
    private final CueSubjects subjects;
    private final List<Cue> cues = new ArrayList<>();

    private CueReader(Tokens tokens, Phrases phrases) {
        this.tokens = tokens;
        this.phrases = phrases;
        this.subjects = new CueSubjects(tokens);
    }

    /** In their order. */
    static List<Cue> read(Tokens tokens, Phrases phrases) {
        CueReader reader = new CueReader(tokens, phrases);
        int token = reader.nextBeginning(0);
        while (token < tokens.size()) {
            Cue cue = reader.ofThing(reader.longestFrom(token));
            if (cue != null) {
                reader.cues.add(cue);
            }
            token = reader.nextBeginning(cue == null ? token + 1 : cue.tokenEnd());
        }
        return reader.cues;
    }

    /**
     * The first token from this one on that a phrase may begin at. Mostly no phrase goes on with the next word, which needs no
     * search.
     */
    private int nextBeginning(int from) {
        Word word = tokens.word(from);
        Word next = tokens.word(from + 1);
        int token = from;
        while (token < tokens.size()) {
            Word behind = tokens.word(token + 2);
            if (phrases.mayFollow(word.phrases(), next, behind)) {
                return token;
            }
            word = next;
            next = behind;
            token++;
        }
        return token;
    }

    /** The phrase at a token, or a longer one that begins within it: "and (date of birth)". */
    private Cue longestFrom(int token) {
        Cue cue = longest(token);
        boolean open =
                cue != null && !cue.topic().equals(Topic.PUBLIC) && !cue.topic().equals(Topic.BIRTH);
        for (int inner = token + 1; open && inner < cue.tokenEnd(); inner++) {
            Cue other = longestAt(inner);
            if (other != null
                    && !other.topic().equals(Topic.EVENT)
                    && !(inner == cue.tokenEnd() - 1
                            && isNumber(inner)
                            && !cue.topic().weak())
                    && other.tokenEnd() > cue.tokenEnd()
                    && other.tokenEnd() - inner > cue.tokenEnd() - cue.token()) {
                return other;
            }
        }
        return cue;
    }

    private Cue longestAt(int token) {
        boolean may = phrases.mayFollow(tokens.word(token).phrases(), tokens.word(token + 1), tokens.word(token + 2));
        return may ? longest(token) : null;
    }

    private Cue longest(int token) {
        int place = tokens.word(token).phrases();
        Topic topic = phrases.topic(place);
        int end = token + 1;
        int aside = 0;
        int last = tokens.last(tokens.utterance(token));
        for (int next = token + 1; next < last && place != Phrases.NOWHERE && aside <= MOST_ASIDE; next++) {
            Word word = tokens.word(next);
            int longer = isHyphen(next) ? place : phrases.next(place, word);
            if (longer != place && phrases.topic(longer) != null) {
                topic = phrases.topic(longer);
                end = next + 1;
            }
            if (longer != Phrases.NOWHERE || !word.is(Role.ASIDE)) {
                place = longer;
            } else {
                aside++;
            }
        }
        if (topic == null || isSpelledOn(end, last)) {
            return null;
        }
        return new Cue(isLabel(topic, token) ? Topic.HARMLESS : topic, token, end);
    }

    /** What is said of a thing that we know nothing about is nobody's. */
    private Cue ofThing(Cue cue) {
        Topic topic = cue == null ? null : cue.topic();
        if (Topic.EXPIRY.equals(topic) && subjects.isOther(cue, cues.isEmpty() ? null : cues.get(cues.size() - 1))) {
            return new Cue(Topic.EVENT, cue.token(), cue.tokenEnd());
        }
        boolean unknown = Topic.LAST_FOUR.equals(topic)
                && subjects.isUnknownBehind(cue.tokenEnd())
                && longestAt(cue.tokenEnd() + 2) == null;
        return unknown ? new Cue(Topic.HARMLESS, cue.token(), cue.tokenEnd()) : cue;
    }

    /** "i p" in "i e eight six i p b s": more letters follow. */
    private boolean isSpelledOn(int end, int last) {
        return end < last
                && tokens.word(end - 1).is(Role.LETTER)
                && tokens.word(end).is(Role.LETTER)
                && switch (tokens.word(end).text()) {
                    case "a", "i", "o" -> false;
                    default -> true;
                };
    }

    /** "itinerary number", "tour code": of a thing that we know nothing about. */
    private boolean isLabel(Topic topic, int token) {
        return (topic.equals(Topic.PHONE_WEAK) && tokens.word(token).text().startsWith("number")
                        || topic.equals(Topic.HARMLESS_WEAK)
                                && tokens.word(token).says("id")
                        || topic.equals(Topic.CODE) && tokens.word(token).text().startsWith("code"))
                && token > tokens.first(tokens.utterance(token))
                && (tokens.word(token - 1).equals(Word.UNKNOWN) || isInitials(token - INITIALS));
    }

    /** "o e c number" */
    private boolean isInitials(int first) {
        int initial = first;
        while (initial < first + INITIALS && tokens.word(initial).is(Role.LETTER)) {
            initial++;
        }
        return initial == first + INITIALS;
    }

    /** "passport number for the file" */
    private boolean isNumber(int token) {
        return tokens.word(token).text().startsWith("number");
    }

    private boolean isHyphen(int token) {
        return tokens.word(token).is(Role.SEPARATOR) && tokens.word(token).is(Role.DASH) && tokens.adjoins(token);
    }
}
