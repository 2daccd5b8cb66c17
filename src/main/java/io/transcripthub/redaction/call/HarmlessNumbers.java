package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers the digits that numbered something harmless, which stay when they are said again without a word for them. */
final class HarmlessNumbers {
    private static final int SHORTEST = 8;
    private static final int SHORTEST_ECHO = 3;
    private static final int LONGEST_ECHO = 40;
    private static final int MOST_GROUPS = 60;
    private static final int REPEATED_AT_ONCE = 2;

    private final Speakers speakers;
    private final Tokens tokens;
    private final Groups groups;
    private final Context context;
    private final List<DigitRun> runs;
    /** Digits, and the utterance where they were said first; null where nobody asked yet. */
    private Map<String, Integer> harmless;

    HarmlessNumbers(Speakers speakers, Tokens tokens, Groups groups, Context context, List<DigitRun> runs) {
        this.speakers = speakers;
        this.tokens = tokens;
        this.groups = groups;
        this.context = context;
        this.runs = runs;
    }

    /**
     * Whether the same digits were said before to number something harmless; where something else was asked for, just before.
     *
     * @param asked null if nothing was
     */
    boolean isKnown(DigitRun run, Topic asked) {
        if (run.length() < SHORTEST) {
            return false;
        }
        if (harmless == null) {
            harmless = readHarmless();
        }
        if (harmless.isEmpty()) {
            return false;
        }
        int said = harmless.getOrDefault(run.digits(), Integer.MAX_VALUE);
        if (said >= run.utterance()) {
            return false;
        }
        return asked == null
                || run.utterance() - said <= REPEATED_AT_ONCE
                        && !context.cues()
                                .hasBetween(tokens.last(said), run.first().token(), asked);
    }

    /** Whether the other one has just said the same digits of something harmless. */
    boolean isEcho(DigitRun run) {
        int said = run.utterance() - 1;
        if (said < 0 || run.length() < SHORTEST_ECHO || speakers.areSame(said, run.utterance())) {
            return false;
        }
        int first = groups.from(tokens.first(said));
        if (first == groups.size() || groups.get(first).utterance() != said) {
            return false;
        }
        String digits = run.digits();
        for (int i = first; i < Math.min(groups.size(), first + MOST_GROUPS); i++) {
            DigitGroup group = groups.get(i);
            if (group.utterance() != said) {
                return false;
            }
            if (isBeginning(group, digits) && digitsFrom(i, said).startsWith(digits)) {
                Topic topic = context.topic(group.token(), group.tokenEnd(), digits.length());
                if (topic != null && isKept(topic)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBeginning(DigitGroup group, String digits) {
        return group.size() < digits.length()
                ? digits.startsWith(group.digits())
                : group.digits().startsWith(digits);
    }

    private static boolean isKept(Topic topic) {
        return topic.isHarmless() && !topic.weak() || topic.equals(Topic.EVENT) || topic.equals(Topic.PUBLIC);
    }

    private String digitsFrom(int index, int utterance) {
        StringBuilder digits = new StringBuilder();
        for (int i = index; i < groups.size() && digits.length() < LONGEST_ECHO; i++) {
            DigitGroup group = groups.get(i);
            if (group.utterance() != utterance || group.isLetter()) {
                break;
            }
            digits.append(group.digits());
        }
        return digits.toString();
    }

    private Map<String, Integer> readHarmless() {
        Cues cues = context.cues();
        if (!cues.mentions(Topic.HARMLESS)
                && !cues.mentions(Topic.HARMLESS_WEAK)
                && !cues.mentions(Topic.AMOUNT)
                && !cues.mentions(Topic.PUBLIC)
                && !cues.mentions(Topic.PLACE)) {
            return Map.of();
        }
        Map<String, Integer> firsts = new HashMap<>();
        Set<String> personal = new HashSet<>();
        for (DigitRun run : runs) {
            Topic said = run.length() >= SHORTEST ? run.topic(context) : null;
            if (said != null && !said.weak()) {
                if (said.isHarmless() || said.equals(Topic.PUBLIC)) {
                    firsts.putIfAbsent(run.digits(), run.utterance());
                } else if (!firsts.containsKey(run.digits()) || run.topicWithin(context) != null) {
                    personal.add(run.digits());
                }
            }
        }
        firsts.keySet().removeAll(personal);
        return firsts;
    }
}
