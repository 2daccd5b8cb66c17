package io.transcripthub.redaction.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The cues of a call in their order; of phrases that overlap the longest from the left counts. */
public final class Cues {
    private static final int MOST_ASIDE = 6;
    private static final int INITIALS = 3;

    private final Tokens tokens;
    private final Phrases phrases;
    private final CueSubjects subjects;
    private final List<Cue> cues = new ArrayList<>();
    private final Starts starts;
    /** Each once; there are few. */
    private final List<Topic> topics = new ArrayList<>();
    /** The bits of all of them. */
    private long mentioned;

    public Cues(Tokens tokens, Phrases phrases) {
        this.tokens = tokens;
        this.phrases = phrases;
        this.subjects = new CueSubjects(tokens);
        for (int token = 0; token < tokens.size(); ) {
            Cue cue = mayBegin(token) ? ofThing(longestFrom(token)) : null;
            if (cue != null) {
                cues.add(cue);
                mention(cue.topic());
                if (namesCard(cue)) {
                    mention(Topic.CARD);
                }
            }
            token = cue == null ? token + 1 : cue.tokenEnd();
        }
        this.starts =
                new Starts(tokens.size(), cues.size(), index -> cues.get(index).token());
    }

    private void mention(Topic topic) {
        if (!mentions(topic)) {
            topics.add(topic);
            mentioned |= topic.bit();
        }
    }

    /** The phrase at a token, or a longer one that begins within it: "and (date of birth)". */
    private Cue longestFrom(int token) {
        Cue cue = longestAt(token);
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
        return mayBegin(token) ? longest(token) : null;
    }

    /** Mostly no phrase goes on with the next word, which needs no search. */
    private boolean mayBegin(int token) {
        return phrases.mayFollow(tokens.word(token).phrases(), tokens.word(token + 1), tokens.word(token + 2));
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

    /** "when does your card run out" */
    private boolean namesCard(Cue cue) {
        int end = cue.topic().equals(Topic.EXPIRY) ? cue.tokenEnd() : cue.token();
        for (int token = cue.token(); token < end; token++) {
            if (tokens.word(token).text().startsWith("card")) {
                return true;
            }
        }
        return false;
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

    /** Whether there is one of this topic, or one that names a card. */
    public boolean mentions(Topic topic) {
        return (mentioned & topic.bit()) != 0 && (!topic.isOwn() || topics.contains(topic));
    }

    /** What its cues are about, each once. */
    public List<Topic> topics() {
        return topics;
    }

    public int size() {
        return cues.size();
    }

    public Cue get(int index) {
        return cues.get(index);
    }

    /** Index of the first cue that begins at or behind a token. */
    public int indexFrom(int token) {
        return starts.from(token);
    }

    /** The token behind a cue at which something else is spoken of, or the limit; topics that are passed over are nothing else. */
    public int subjectEnd(int index, int limit, Predicate<Topic> passed) {
        int next = index + 1;
        while (next < cues.size() && passed.test(cues.get(next).topic())) {
            next++;
        }
        return next < cues.size() ? Math.min(limit, cues.get(next).token()) : limit;
    }

    /** Whether a phrase that is not weak begins within the tokens [from, to). */
    public boolean hasStrongBetween(int from, int to) {
        for (int index = indexFrom(from); index < cues.size() && cues.get(index).token() < to; index++) {
            if (!cues.get(index).topic().weak() && !isSetting(cues.get(index).topic())) {
                return true;
            }
        }
        return false;
    }

    /** Whether one that is not weak begins in an utterance. */
    public boolean hasStrongIn(int utterance) {
        return hasStrongBetween(tokens.first(utterance), tokens.last(utterance));
    }

    /** Says whom a call is with, and asks for nothing. */
    public static boolean isSetting(Topic topic) {
        return topic.equals(Topic.BANK) || topic.equals(Topic.UTILITY) || topic.equals(Topic.KEYPAD);
    }

    /** Whether a token is part of a phrase. */
    public boolean cover(int token) {
        int index = indexFrom(token + 1) - 1;
        return index >= 0 && cues.get(index).tokenEnd() > token;
    }

    /** Whether a token is part of a phrase for something that must go. */
    public boolean coverPersonal(int token) {
        int index = indexFrom(token + 1) - 1;
        return index >= 0
                && cues.get(index).tokenEnd() > token
                && !cues.get(index).topic().weak()
                && !cues.get(index).topic().isHarmless()
                && !cues.get(index).topic().equals(Topic.PUBLIC);
    }

    /** Whether one of this topic begins in an utterance. */
    public boolean hasIn(int utterance, Topic topic) {
        return hasBetween(tokens.first(utterance), tokens.last(utterance), topic);
    }

    public boolean hasBetween(int from, int to, Topic topic) {
        boolean found = false;
        for (int index = mentions(topic) ? indexFrom(from) : cues.size();
                !found && index < cues.size() && cues.get(index).token() < to;
                index++) {
            found = cues.get(index).topic().equals(topic);
        }
        return found;
    }
}
