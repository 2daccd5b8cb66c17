package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;

/** Finds phrases that say what the number before them is: "1874 is my social", "oh four, no that's the pin, it's ..". */
final class BackReferences {
    private static final int BEHIND = 6;

    private final Tokens tokens;
    private final Cues cues;
    private final Groups groups;
    private final Answers answers;

    BackReferences(Tokens tokens, Cues cues, Groups groups, Answers answers) {
        this.tokens = tokens;
        this.cues = cues;
        this.groups = groups;
        this.answers = answers;
    }

    /** "1874 is my social", "that's for the policy". */
    Topic behind(int tokenEnd, int digits) {
        if (tokenEnd >= tokens.size() || tokens.utterance(tokenEnd) != tokens.utterance(tokenEnd - 1)) {
            return null;
        }
        int last = tokens.last(tokens.utterance(tokenEnd));
        if (!hasCueBetween(tokenEnd, last)) {
            return null;
        }
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
                        && (pointsBack(tokens.word(token).text()) || !answers.follows(index))
                        && isPlainUpTo(token, cue.token())
                ? cue.topic()
                : null;
    }

    private boolean hasCueBetween(int from, int to) {
        int index = cues.indexFrom(from);
        return index < cues.size() && cues.get(index).token() < to;
    }

    /** "..., i mean, that's my social" */
    private static boolean isAside(String word) {
        return switch (word) {
            case "i", "mean", "sorry", "wait", "oh", "uh", "um", "er", "well", "actually", "you", "know" -> true;
            default -> false;
        };
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
            case "and", "nothing", "close", "near", "nearly", "almost", "like", "similar" -> true;
            default -> false;
        };
    }

    /** "oh one twenty one, no that's the valid from date, it's ..": what the last number was, not the next one. */
    boolean isOfOneBefore(Cue cue, int token) {
        if (!isFollowedByAnother(cue.tokenEnd(), token)) {
            return false;
        }
        int first = tokens.first(tokens.utterance(token));
        int back = cue.token() - 1;
        while (back > first && isDeterminer(tokens.word(back).text())) {
            back--;
        }
        if (back <= first || !pointsBack(tokens.word(back).text())) {
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
}
