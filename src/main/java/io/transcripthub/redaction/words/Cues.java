package io.transcripthub.redaction.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The cues of a call in their order. */
public final class Cues {
    private final Tokens tokens;
    private final Cue[] cues;
    private final Starts starts;
    /** Each once; there are few. */
    private final List<Topic> topics = new ArrayList<>();
    /** The bits of all of them. */
    private long mentioned;

    public Cues(Tokens tokens, Phrases phrases) {
        this.tokens = tokens;
        this.cues = CueReader.read(tokens, phrases).toArray(Cue[]::new);
        for (Cue cue : cues) {
            mention(cue);
        }
        this.starts = new Starts(tokens.size(), cues.length, index -> cues[index].token());
    }

    private void mention(Cue cue) {
        mention(cue.topic());
        if (!mentions(Topic.CARD) && namesCard(cue)) {
            mention(Topic.CARD);
        }
    }

    private void mention(Topic topic) {
        if (!mentions(topic)) {
            topics.add(topic);
            mentioned |= topic.bit();
        }
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

    /** Whether there is one of this topic, or one that names a card. */
    public boolean mentions(Topic topic) {
        return (mentioned & topic.bit()) != 0 && (!topic.isOwn() || topics.contains(topic));
    }

    /** What its cues are about, each once. */
    public List<Topic> topics() {
        return topics;
    }

    public int size() {
        return cues.length;
    }

    public Cue get(int index) {
        return cues[index];
    }

    /** Index of the first cue that begins at or behind a token. */
    public int indexFrom(int token) {
        return starts.from(token);
    }

    /** The token behind a cue at which something else is spoken of, or the limit; topics that are passed over are nothing else. */
    public int subjectEnd(int index, int limit, Predicate<Topic> passed) {
        int next = index + 1;
        while (next < cues.length && passed.test(cues[next].topic())) {
            next++;
        }
        return next < cues.length ? Math.min(limit, cues[next].token()) : limit;
    }

    /** Whether a phrase that is not weak begins within the tokens [from, to). */
    public boolean hasStrongBetween(int from, int to) {
        for (int index = indexFrom(from); index < cues.length && cues[index].token() < to; index++) {
            if (!cues[index].topic().weak() && !isSetting(cues[index].topic())) {
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
        return index >= 0 && cues[index].tokenEnd() > token;
    }

    /** Whether a token is part of a phrase for something that must go. */
    public boolean coverPersonal(int token) {
        int index = indexFrom(token + 1) - 1;
        return index >= 0
                && cues[index].tokenEnd() > token
                && !cues[index].topic().weak()
                && !cues[index].topic().isHarmless()
                && !cues[index].topic().equals(Topic.PUBLIC);
    }

    /** Whether one of this topic begins in an utterance. */
    public boolean hasIn(int utterance, Topic topic) {
        return hasBetween(tokens.first(utterance), tokens.last(utterance), topic);
    }

    public boolean hasBetween(int from, int to, Topic topic) {
        boolean found = false;
        for (int index = mentions(topic) ? indexFrom(from) : cues.length;
                !found && index < cues.length && cues[index].token() < to;
                index++) {
            found = cues[index].topic().equals(topic);
        }
        return found;
    }
}
