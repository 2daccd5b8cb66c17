package io.transcripthub.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Says what a number is about: by a cue right behind it ("... is my social"), by the nearest one before it in the utterance
 * that a number of this length can belong to, or by the question that it answers. A question governs until the one who
 * asked speaks of something else.
 */
final class Context {
    private static final int FARTHEST = 40;
    private static final int MOST_CUES = 8;
    private static final int BESIDE = 2;
    private static final int BEHIND = 6;
    private static final int MOST_UTTERANCES = 12;
    private static final int SMALL_TALK = 9;
    private static final int SHORTEST_AMID_WORDS = 7;
    private static final int MOST_HARD_WORDS = 5;
    private static final int MOST_HARD_WORDS_AGAIN = 2;
    /** What is shorter may be an amount or a time. */
    private static final int SHORTEST_PLAIN = 4;

    private static final long NO_HARD_WORD =
            Role.SOFT | Role.ANY_MARK | Role.NUMBER | Role.STOP.bit | Role.MONTH.bit | Role.ORDINAL.bit;
    private static final int STALLING = 7;
    private static final int COUNT = 3;
    /** Letters that belong to a number: "PA 114 4092". */
    private static final int LONGEST_PREFIX = 2;

    private static final int ENOUGH = 40;
    private static final int MOST_WORDS_BACK = 200;

    private final List<Spoken> utterances;
    private final Tokens tokens;
    private final Cues cues;
    private final List<DigitGroup> groups;
    private final int[] groupTokens;
    /** By utterance: whether it changes the subject; null where nobody asked yet. */
    private final Boolean[] changes;

    Context(List<Spoken> utterances, Tokens tokens, List<DigitGroup> groups) {
        this.utterances = utterances;
        this.tokens = tokens;
        this.groups = groups;
        this.cues = new Cues(tokens);
        this.groupTokens = groups.stream().mapToInt(DigitGroup::token).toArray();
        this.changes = new Boolean[utterances.size()];
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

    Topic topic(int token, int tokenEnd, int digits) {
        Topic behind = behind(tokenEnd, digits);
        if (behind != null && (behind.isHarmless() || !isSaidHarmless(token, digits))) {
            return behind;
        }
        Topic before = before(token, digits);
        return before == null || before.weak() ? earlier(token, digits, before) : before;
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
        while (token < last && tokens.word(token).is(Role.SEPARATOR)) {
            token++;
        }
        boolean linked = token < last && isCopula(tokens.word(token).text());
        int index = cues.indexFrom(token);
        if (index == cues.size() || cues.get(index).token() >= last) {
            return null;
        }
        Cue cue = cues.get(index);
        int distance = cue.token() - token;
        return linked
                        && distance <= BEHIND
                        && cue.topic().fits(digits)
                        && !isAnswered(cue)
                        && isPlainUpTo(token, cue.token())
                ? cue.topic()
                : null;
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
                    || tokens.word(token).text().equals("and")) {
                return false;
            }
        }
        return true;
    }

    private Topic before(int token, int digits) {
        int from = Math.max(tokens.first(tokens.utterance(token)), token - FARTHEST);
        Topic weak = null;
        int index = cues.indexFrom(token) - 1;
        for (int seen = 0; index >= 0 && seen < MOST_CUES && cues.get(index).token() >= from; index--, seen++) {
            Topic topic = cues.get(index).topic();
            if (topic.fits(digits)) {
                if (!topic.weak() && !isUsed(cues.get(index), token)) {
                    return topic;
                }
                if (topic.isHarmless() && seen == 0 && isBeside(cues.get(index), token)) {
                    return Topic.HARMLESS;
                }
                weak = weak == null && topic.weak() ? topic : weak;
            }
        }
        return weak;
    }

    /** Whether another number answers the cue, and more than small words lie between that and this one. */
    private boolean isUsed(Cue cue, int token) {
        int index = groupFrom(token) - 1;
        while (index >= 0
                && groups.get(index).token() >= cue.tokenEnd()
                && groups.get(index).tokenEnd() > token) {
            index--;
        }
        if (index < 0 || groups.get(index).token() < cue.tokenEnd()) {
            return false;
        }
        return hardWords(groups.get(index).tokenEnd(), token) > 0;
    }

    /** Right beside a number a weak topic counts as much as any. */
    private boolean isBeside(Cue cue, int token) {
        return token - cue.tokenEnd() < BESIDE
                && (token == cue.tokenEnd() || !tokens.word(token - 1).text().equals("is"));
    }

    private Topic earlier(int token, int digits, Topic otherwise) {
        int utterance = tokens.utterance(token);
        if (isLabelled(token) && !asksForName(utterance - 1)
                || digits < SHORTEST_AMID_WORDS && hardWords(tokens.first(utterance), token) > MOST_HARD_WORDS) {
            return otherwise;
        }
        int mostHardWords = digits < SHORTEST_PLAIN ? 1 : MOST_HARD_WORDS_AGAIN;
        boolean again = hardWords(tokens.first(utterance), tokens.last(utterance)) <= mostHardWords;
        Topic weak = otherwise;
        boolean answered = false;
        for (int i = utterance - 1; i >= Math.max(0, utterance - MOST_UTTERANCES); i--) {
            boolean own = isSameSpeaker(i, utterance);
            boolean open = false;
            boolean harmless = false;
            int index = cues.indexFrom(tokens.last(i)) - 1;
            for (int seen = 0;
                    index >= 0 && seen < MOST_CUES && cues.get(index).token() >= tokens.first(i);
                    index--, seen++) {
                Topic topic = cues.get(index).topic();
                if (!isAnswered(cues.get(index))) {
                    open |= !topic.weak();
                    if (topic.fits(digits) && !(answered && isAnswered(topic, i, utterance, again))) {
                        if (topic.isHarmless() && isOneWord(cues.get(index))) {
                            harmless = true;
                        } else if (!topic.weak()) {
                            return topic;
                        } else {
                            weak = weak == null ? topic : weak;
                        }
                    }
                }
            }
            if (harmless) {
                return Topic.HARMLESS;
            }
            answered |= hasGroup(i);
            if (!own && (open || weak != null || changesSubject(i))) {
                return weak;
            }
        }
        return weak;
    }

    /** "the social on the policy": a lone noun yields to what else is asked for in one breath. */
    private static boolean isOneWord(Cue cue) {
        return cue.tokenEnd() - cue.token() == 1;
    }

    /** Whether one of the numbers between a question and an utterance is an answer; one may answer once more. */
    private boolean isAnswered(Topic topic, int question, int utterance, boolean again) {
        boolean own = isSameSpeaker(question, utterance);
        for (int i = question + 1; i < utterance; i++) {
            boolean answer = own ? !isSameSpeaker(i, utterance) : isSameSpeaker(i, utterance) && !again;
            if (answer && topic.fits(digits(i))) {
                return true;
            }
        }
        return false;
    }

    private int digits(int utterance) {
        int digits = 0;
        int index = groupFrom(tokens.first(utterance));
        for (; index < groups.size() && groups.get(index).utterance() == utterance && digits < ENOUGH; index++) {
            digits += groups.get(index).size();
        }
        return digits;
    }

    private boolean hasGroup(int utterance) {
        int index = groupFrom(tokens.first(utterance));
        return index < groups.size() && groups.get(index).utterance() == utterance;
    }

    private boolean isSameSpeaker(int utterance, int other) {
        return Objects.equals(
                utterances.get(utterance).speaker(), utterances.get(other).speaker());
    }

    private boolean asksForName(int utterance) {
        return utterance >= 0 && cues.hasBetween(tokens.first(utterance), tokens.last(utterance), Topic.PERSON);
    }

    /** "form 1040", "application number 219": the word beside a number says what it is, though we don't know it. */
    boolean isLabelled(int token) {
        int before = token - 1;
        int first = tokens.first(tokens.utterance(token));
        while (before >= first && before > token - 4 && isBetweenLabelAndNumber(tokens.word(before))) {
            before--;
        }
        if (before >= first
                && tokens.end(before) - tokens.start(before) <= LONGEST_PREFIX
                && (tokens.word(before).equals(Word.UNKNOWN)
                        || tokens.word(before).is(Role.STATE))) {
            return false;
        }
        boolean named = before == token - 1
                || before + 1 < token && tokens.word(before + 1).text().startsWith("number")
                || tokens.word(before + 1).text().equals("#");
        return named
                && before >= first
                && !isStalling(Math.max(first, before - STALLING), before)
                && !tokens.word(before)
                        .isAny(Role.SOFT
                                | Role.ANY_MARK
                                | Role.NUMBER
                                | Role.GIVEN_NAME.bit
                                | Role.STOP.bit
                                | Role.MONTH.bit
                                | Role.PLUS.bit);
    }

    private boolean isStalling(int from, int to) {
        for (int token = from; token < to; token++) {
            if (tokens.word(token).isAny(Role.CORRECTION.bit | Role.HESITATION.bit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetweenLabelAndNumber(Word word) {
        return switch (word.text()) {
            case "number", "numbers", "is", "was", "are", "#" -> true;
            default -> false;
        };
    }

    /** Words of an utterance that mean something, at most {@value ENOUGH}. */
    int hardWords(int utterance) {
        return hardWords(tokens.first(utterance), tokens.last(utterance));
    }

    /** Of the tokens [from, to). */
    int hardWords(int from, int to) {
        int hard = 0;
        for (int token = Math.max(from, to - MOST_WORDS_BACK); token < to && hard < ENOUGH; token++) {
            hard += tokens.word(token).isAny(NO_HARD_WORD) ? 0 : 1;
        }
        return hard;
    }

    /** Whether a number follows the cue in its utterance. */
    private boolean isAnswered(Cue cue) {
        int last = tokens.last(tokens.utterance(cue.token()));
        int first = groupFrom(cue.tokenEnd());
        for (int group = first;
                group < groupTokens.length && groupTokens[group] < last && group < first + MOST_CUES;
                group++) {
            if (!isCountOfDigits(groups.get(group).tokenEnd())
                    && !isExample(cue.tokenEnd(), groups.get(group).token())) {
                return true;
            }
        }
        return false;
    }

    /** "your date of birth, for example .." */
    private boolean isExample(int from, int to) {
        for (int token = from; token < to; token++) {
            if (tokens.word(token).text().equals("example")) {
                return true;
            }
        }
        return false;
    }

    /** "sixteen digits", "four to six digits" */
    private boolean isCountOfDigits(int behind) {
        for (int token = behind; token < behind + COUNT && token < tokens.size(); token++) {
            switch (tokens.word(token).text()) {
                case "digit", "digits", "number", "numbers" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Index of the first group that begins at or behind a token. */
    int groupFrom(int token) {
        int index = Arrays.binarySearch(groupTokens, token);
        return index < 0 ? -index - 1 : index;
    }

    private boolean changesSubject(int utterance) {
        if (changes[utterance] == null) {
            changes[utterance] = isChangeOfSubject(utterance);
        }
        return changes[utterance];
    }

    /** A question, or more words than a listener needs. */
    private boolean isChangeOfSubject(int utterance) {
        int hard = 0;
        boolean question = false;
        boolean marked = false;
        for (int token = tokens.first(utterance); token < tokens.last(utterance); token++) {
            Word word = tokens.word(token);
            question |= word.is(Role.QUESTION);
            marked |= word.isAny(Role.ANY_MARK) && word.text().equals("?");
            hard += word.isAny(Role.SOFT | Role.ANY_MARK | Role.NUMBER) ? 0 : 1;
        }
        return hard > SMALL_TALK || question && hard > 2 || marked && hard > 0;
    }
}
