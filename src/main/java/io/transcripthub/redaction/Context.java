package io.transcripthub.redaction;

import java.util.List;

/**
 * Says what a number is about: by a cue right behind it ("... is my social"), by the nearest one before it in the utterance
 * that a number of this length can belong to, or by the question that it answers.
 */
final class Context {
    private static final int FARTHEST = 40;
    private static final int MOST_CUES = 8;
    private static final int BESIDE = 2;
    private static final int BEHIND = 6;
    private static final int MOST_UTTERANCES_BACK = 6;

    private final Tokens tokens;
    private final Cues cues;
    private final Groups groups;
    private final Labels labels;
    private final Questions questions;
    private final Answers answers;

    Context(List<String> texts, Speakers speakers, Tokens tokens, Cues cues, Groups groups) {
        this.tokens = tokens;
        this.groups = groups;
        this.cues = cues;
        this.labels = new Labels(texts, tokens, cues);
        this.answers = new Answers(tokens, groups);
        this.questions = new Questions(speakers, tokens, cues, groups, labels);
    }

    Cues cues() {
        return cues;
    }

    /** What the number is about; null if nothing says it. */
    Topic topic(DigitRun run) {
        Topic whole = topic(run.first().token(), run.last().tokenEnd(), run.length());
        int kept = run.lengthBehindCorrection();
        return whole == null && kept < run.length()
                ? topic(run.first().token(), run.last().tokenEnd(), kept)
                : whole;
    }

    /** What the words of its own utterance say that it is; null if nothing does. */
    Topic topicWithin(DigitRun run) {
        Topic behind = behind(run.last().tokenEnd(), run.length());
        return behind == null ? before(run.first().token(), run.length()) : behind;
    }

    /** Whether a run is about a topic, if so many of its digits are meant. */
    boolean isAbout(Topic wanted, DigitRun run, int digits) {
        return isAbout(wanted, run.first().token(), run.last().tokenEnd(), digits);
    }

    /** Whether {@link #topic} is the wanted one; where nobody spoke of that of late, nothing else is looked at. */
    boolean isAbout(Topic wanted, int token, int tokenEnd, int digits) {
        int from = tokens.first(Math.max(0, tokens.utterance(token) - Questions.MOST_UTTERANCES));
        return cues.mentions(wanted)
                && cues.hasBetween(from, tokens.last(tokens.utterance(tokenEnd - 1)), wanted)
                && topic(token, tokenEnd, digits) == wanted;
    }

    Topic topic(int token, int tokenEnd, int digits) {
        Topic behind = behind(tokenEnd, digits);
        if (behind != null && (behind.isHarmless() || !isSaidHarmless(token, digits))) {
            return behind;
        }
        Topic before = before(token, digits);
        if (before != null && !before.weak()) {
            return before;
        }
        Topic asked = questions.topic(token, digits, before);
        return Topic.CODE.equals(before) && Topic.AMOUNT.equals(asked) ? before : asked;
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

    /** "1874 is my social", "that's for the policy". */
    private Topic behind(int tokenEnd, int digits) {
        if (tokenEnd >= tokens.size() || tokens.utterance(tokenEnd) != tokens.utterance(tokenEnd - 1)) {
            return null;
        }
        int last = tokens.last(tokens.utterance(tokenEnd));
        int token = tokenEnd;
        int end = Math.min(last, tokenEnd + BEHIND);
        while (token < end
                && (tokens.word(token).is(Role.SEPARATOR)
                        || isAside(tokens.word(token).text()))) {
            token++;
        }
        boolean linked = token < last && isCopula(tokens.word(token).text());
        int index = cues.indexFrom(token);
        while (index < cues.size()
                && cues.get(index).token() <= token + BEHIND
                && Cues.isSetting(cues.get(index).topic())) {
            index++;
        }
        if (index == cues.size() || cues.get(index).token() >= last) {
            return null;
        }
        Cue cue = cues.get(index);
        int distance = cue.token() - token;
        return linked
                        && distance <= BEHIND
                        && cue.topic().fits(digits)
                        && (pointsBack(tokens.word(token).text()) || !answers.follows(cue))
                        && isPlainUpTo(token, cue.token())
                ? cue.topic()
                : null;
    }

    /** "..., i mean, that's my social" */
    private static boolean isAside(String word) {
        return switch (word) {
            case "i", "mean", "sorry", "wait", "oh", "uh", "um", "er", "well", "actually", "you", "know" -> true;
            default -> false;
        };
    }

    /** What was spoken of last, in one of the last utterances, by a phrase that is not weak; null if there was none. */
    Topic lastAsked(int token) {
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

    /** "that's my social", whatever number comes after it. */
    private static boolean pointsBack(String word) {
        return word.equals("that's") || word.equals("thats");
    }

    private static boolean isCopula(String word) {
        return switch (word) {
            case "is", "was", "are", "that's", "that", "thats", "being", "for", "as", "it's", "still" -> true;
            default -> false;
        };
    }

    private boolean isPlainUpTo(int from, int to) {
        for (int token = from; token < to; token++) {
            if (tokens.word(token).isAny(Role.ANY_MARK)
                    || isNoIdentity(tokens.word(token).text())) {
                return false;
            }
        }
        return true;
    }

    /** "that's close to the item", "it's like my pin" */
    private static boolean isNoIdentity(String word) {
        return switch (word) {
            case "and", "close", "near", "nearly", "almost", "like", "similar" -> true;
            default -> false;
        };
    }

    private Topic before(int token, int digits) {
        int from = Math.max(tokens.first(tokens.utterance(token)), token - FARTHEST);
        Topic weak = null;
        int index = cues.indexFrom(token) - 1;
        for (int seen = 0; index >= 0 && seen < MOST_CUES && cues.get(index).token() >= from; index--, seen++) {
            Topic topic = cues.get(index).topic();
            if (topic.fits(digits) && !isOfOneBefore(cues.get(index), token) && !isPlaceOfOther(index)) {
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

    /** "oh one twenty one, no that's the valid from date, it's ..": what the last number was, not the next one. */
    private boolean isOfOneBefore(Cue cue, int token) {
        int first = tokens.first(tokens.utterance(token));
        int back = cue.token() - 1;
        while (back > first && isDeterminer(tokens.word(back).text())) {
            back--;
        }
        if (back <= first || !pointsBack(tokens.word(back).text()) || !isFollowedByAnother(cue.tokenEnd(), token)) {
            return false;
        }
        int index = groups.from(back) - 1;
        return index >= 0
                && groups.get(index).token() >= first
                && tokens.hardWords(groups.get(index).tokenEnd(), back) == 0;
    }

    private static boolean isDeterminer(String word) {
        return switch (word) {
            case "the", "my", "a", "your", "his", "her", "just" -> true;
            default -> false;
        };
    }

    /** ".. it's oh four", ".. mine is oh four" */
    private boolean isFollowedByAnother(int from, int token) {
        return token - from >= 1
                && switch (tokens.word(token - 1).text()) {
                    case "it's", "its", "is" -> true;
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
                && (token == cue.tokenEnd() || !tokens.word(token - 1).text().equals("is"));
    }

    /** "form 1040": a word that we don't know says what the number is. */
    boolean isLabelled(int token) {
        return labels.label(token);
    }

    /** Words of an utterance that mean something. */
    int hardWords(int utterance) {
        return tokens.hardWords(utterance);
    }

    /** Of the tokens [from, to). */
    int hardWords(int from, int to) {
        return tokens.hardWords(from, to);
    }
}
