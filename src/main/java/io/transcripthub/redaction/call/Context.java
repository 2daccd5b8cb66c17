package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.List;

/**
 * Says what a number is about: by a cue right behind it ("... is my social"), by the nearest one before it in the utterance
 * that a number of this length can belong to, or by the question that it answers.
 */
public final class Context {
    private static final int FARTHEST = 40;
    private static final int MOST_CUES = 8;
    private static final int BESIDE = 2;
    private static final int MOST_UTTERANCES_BACK = 6;

    private final Tokens tokens;
    private final Cues cues;
    private final Groups groups;
    private final Labels labels;
    private final Questions questions;
    private final BackReferences backReferences;

    Context(List<String> texts, Speakers speakers, Tokens tokens, Cues cues, Groups groups) {
        this.tokens = tokens;
        this.groups = groups;
        this.cues = cues;
        this.labels = new Labels(texts, tokens, cues);
        Answers answers = new Answers(tokens, cues, groups);
        this.backReferences = new BackReferences(tokens, cues, groups, answers);
        this.questions = new Questions(speakers, tokens, cues, groups, labels, answers);
    }

    public Cues cues() {
        return cues;
    }

    /** What the number is about; null if nothing says it. */
    public Topic topic(DigitRun run) {
        Topic whole = topic(run.first().token(), run.last().tokenEnd(), run.length());
        int kept = run.lengthBehindCorrection();
        if (kept == run.length() || whole != null && !whole.weak()) {
            return whole;
        }
        Topic meant = topic(run.first().token(), run.last().tokenEnd(), kept);
        return meant == null ? whole : meant;
    }

    /** What the words of its own utterance say that it is; null if nothing does. */
    Topic topicWithin(DigitRun run) {
        Topic behind = topicBehind(run);
        return behind == null ? before(run.first().token(), run.length()) : behind;
    }

    /** What is said of a run right behind it: "523-41-77, sorry, that's my order number"; null if nothing is. */
    public Topic topicBehind(DigitRun run) {
        return backReferences.behind(run.last().tokenEnd(), run.length());
    }

    /** Whether a run is about a topic, if so many of its digits are meant. */
    public boolean isAbout(Topic wanted, DigitRun run, int digits) {
        return isAbout(wanted, run.first().token(), run.last().tokenEnd(), digits);
    }

    /** Whether {@link #topic} is the wanted one; where nobody spoke of that of late, nothing else is looked at. */
    public boolean isAbout(Topic wanted, int token, int tokenEnd, int digits) {
        return isSpokenOf(wanted, token, tokenEnd) && topic(token, tokenEnd, digits) == wanted;
    }

    /** A cheap look at the cues: whether a topic was spoken of so lately that a run may be about it. */
    public boolean isSpokenOf(Topic wanted, DigitRun run) {
        return isSpokenOf(wanted, run.first().token(), run.last().tokenEnd());
    }

    private boolean isSpokenOf(Topic wanted, int token, int tokenEnd) {
        int from = tokens.first(Math.max(0, tokens.utterance(token) - Questions.MOST_UTTERANCES));
        return cues.hasBetween(from, tokens.last(tokens.utterance(tokenEnd - 1)), wanted);
    }

    public Topic topic(int token, int tokenEnd, int digits) {
        Topic behind = backReferences.behind(tokenEnd, digits);
        if (behind != null
                && !behind.equals(Topic.PHONE_WEAK)
                && (behind.isHarmless() || !isSaidHarmless(token, digits))) {
            return behind;
        }
        Topic before = before(token, digits);
        if (before != null && !before.weak()) {
            return before;
        }
        Topic own = before == null ? behind : before;
        Topic asked = questions.topic(token, digits, own);
        boolean code = Topic.CODE.equals(before) && (Topic.AMOUNT.equals(asked) || Topic.EXPIRY.equals(asked));
        return code ? before : asked;
    }

    /** "claim number 6011": the word for it right before a number counts more than what follows. */
    private boolean isSaidHarmless(int token, int digits) {
        int index = cues.indexFrom(token) - 1;
        if (index < 0) {
            return false;
        }
        Cue cue = cues.get(index);
        return tokens.utterance(cue.token()) == tokens.utterance(token)
                && token - cue.tokenEnd() <= BESIDE
                && !cue.topic().weak()
                && cue.topic().isHarmless()
                && cue.topic().fits(digits);
    }

    /** What was spoken of last, in one of the last utterances, by a phrase that is not weak; null if there was none. */
    public Topic lastAsked(int token) {
        int first = tokens.first(Math.max(0, tokens.utterance(token) - MOST_UTTERANCES_BACK));
        int last = cues.indexFrom(token) - 1;
        for (int index = last;
                index >= Math.max(0, last - FARTHEST) && cues.get(index).token() >= first;
                index--) {
            Topic topic = cues.get(index).topic();
            if (!topic.weak() && !Cues.isSetting(topic)) {
                return topic;
            }
        }
        return null;
    }

    private Topic before(int token, int digits) {
        int from = Math.max(tokens.first(tokens.utterance(token)), token - FARTHEST);
        Topic weak = null;
        int index = cues.indexFrom(token) - 1;
        for (int seen = 0; index >= 0 && seen < MOST_CUES && cues.get(index).token() >= from; index--, seen++) {
            Topic topic = cues.get(index).topic();
            if (topic.fits(digits) && !backReferences.isOfOneBefore(cues.get(index), token) && !isPlaceOfOther(index)) {
                if (!topic.weak() && !isUsed(cues.get(index), token)) {
                    return topic;
                }
                if (topic.isHarmless() && seen == 0 && isBeside(cues.get(index), token)) {
                    Topic same = apposition(index, digits);
                    return same == null ? Topic.HARMLESS : same;
                }
                weak = weak == null && topic.weak() ? topic : weak;
            }
        }
        return weak;
    }

    /** "the reference on the card is ..": where something else stands. */
    private boolean isPlaceOfOther(int index) {
        if (index == 0 || !cues.get(index).topic().equals(Topic.CARD)) {
            return false;
        }
        Cue other = cues.get(index - 1);
        int token = cues.get(index).token();
        return other.topic().equals(Topic.HARMLESS)
                && token - other.tokenEnd() == 1
                && switch (tokens.word(token - 1).text()) {
                    case "on", "off", "from" -> true;
                    default -> false;
                };
    }

    /** "his social is the id, it's ..": what was said to be the same just before, null if nothing was. */
    private Topic apposition(int index, int digits) {
        if (index == 0) {
            return null;
        }
        Cue before = cues.get(index - 1);
        int token = cues.get(index).token();
        boolean same = tokens.utterance(before.token()) == tokens.utterance(token)
                && !before.topic().weak()
                && !before.topic().isHarmless()
                && before.topic().fits(digits)
                && token - before.tokenEnd() <= BESIDE
                && tokens.hardWords(before.tokenEnd(), token) == 0;
        return same ? before.topic() : null;
    }

    /** Whether another number answers the cue, and more than small words lie between that and this one. */
    private boolean isUsed(Cue cue, int token) {
        int index = groups.from(token) - 1;
        while (index >= 0
                && groups.get(index).token() >= cue.tokenEnd()
                && groups.get(index).tokenEnd() > token) {
            index--;
        }
        if (index < 0 || groups.get(index).token() < cue.tokenEnd()) {
            return false;
        }
        return tokens.hardWords(groups.get(index).tokenEnd(), token) > 0;
    }

    /** Right beside a number a weak topic counts as much as any. */
    private boolean isBeside(Cue cue, int token) {
        return token - cue.tokenEnd() < BESIDE
                && (token == cue.tokenEnd() || !tokens.word(token - 1).says("is"));
    }

    /** "form 1040": a word that we don't know says what the number is. */
    public boolean isLabelled(int token) {
        return labels.label(token);
    }

    /** Words of an utterance that mean something. */
    public int hardWords(int utterance) {
        return tokens.hardWords(utterance);
    }

    /** Of the tokens [from, to). */
    public int hardWords(int from, int to) {
        return tokens.hardWords(from, to);
    }
}
