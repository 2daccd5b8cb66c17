package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.numbers.DigitStream;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins groups to runs. A run goes on in a later utterance of the same speaker as long as nothing is said in between but
 * back-channels, hesitations and digits that the other one repeats.
 */
final class RunReader {
    private static final int SHORTEST_AGAIN = 4;
    private static final int LONGEST_AGAIN = 40;

    private final Speakers speakers;
    private final Tokens tokens;
    private final DigitStream groups;
    private final Continuation continuation;
    private final List<RunDraft> drafts = new ArrayList<>();
    /** The last one of each speaker. */
    private final RunDraft[] open;

    private RunReader(Speakers speakers, Tokens tokens, DigitStream groups, Cues cues) {
        this.speakers = speakers;
        this.open = new RunDraft[speakers.count()];
        this.tokens = tokens;
        this.groups = groups;
        this.continuation = new Continuation(tokens, cues);
    }

    /** Runs of digits alone. */
    static List<DigitRun> digits(Speakers speakers, Tokens tokens, DigitStream groups, Cues cues) {
        return new RunReader(speakers, tokens, groups, cues).read(false);
    }

    /** Runs of digits and letters that have at least one letter. */
    static List<DigitRun> codes(Speakers speakers, Tokens tokens, DigitStream groups, Cues cues) {
        return hasLetter(groups) ? new RunReader(speakers, tokens, groups, cues).read(true) : List.of();
    }

    private static boolean hasLetter(DigitStream groups) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.group(i).isLetter()) {
                return true;
            }
        }
        return false;
    }

    /** "no, it's four four oh": a word of correction before it in its utterance. */
    private boolean takesBack(DigitGroup group) {
        for (int token = tokens.first(group.utterance()); token < group.token(); token++) {
            if (tokens.word(token).is(Role.CORRECTION)) {
                return true;
            }
        }
        return false;
    }

    private List<DigitRun> read(boolean letters) {
        for (int from = 0, to; from < groups.size(); from = to) {
            to = from + 1;
            if (letters || !groups.group(from).isLetter()) {
                while (to < groups.size()
                        && groups.group(to).joint() != Joint.NONE
                        && (letters || !groups.group(to).isLetter())) {
                    to++;
                }
                add(from, to);
            }
        }
        List<DigitRun> runs = new ArrayList<>(drafts.size());
        for (RunDraft draft : drafts) {
            if (!letters || draft.isSpelled()) {
                runs.add(draft.run());
            }
        }
        return runs;
    }

    private void add(int from, int to) {
        DigitGroup first = groups.group(from);
        int speaker = speakers.of(first.utterance());
        RunDraft draft = open[speaker];
        if (draft != null && continuation.isBetween(draft.last(), first) && !isToldAgain(draft, from, to)) {
            draft.add(from, to, takesBack(first));
        } else {
            open[speaker] = new RunDraft(groups, from);
            open[speaker].add(from, to, false);
            drafts.add(open[speaker]);
        }
    }

    /** "sorry, i missed that": the same from its beginning, not the rest of it. */
    private boolean isToldAgain(RunDraft draft, int from, int to) {
        DigitGroup last = draft.last();
        int next = groups.group(from).utterance();
        boolean asked = false;
        for (int utterance = last.utterance() + 1; utterance < next && !asked; utterance++) {
            asked = isMissed(utterance);
        }
        if (!asked || draft.size() > LONGEST_AGAIN) {
            return false;
        }
        String told = draft.run().digits();
        String again = new DigitRun(groups, from, to).digits();
        return told.length() >= SHORTEST_AGAIN
                && (again.startsWith(told.substring(0, SHORTEST_AGAIN - 1))
                        || again.length() > 1 && told.endsWith(again)
                        || again.length() >= SHORTEST_AGAIN && told.contains(again));
    }

    private boolean isMissed(int utterance) {
        for (int token = tokens.first(utterance); token < tokens.last(utterance); token++) {
            switch (tokens.word(token).text()) {
                case "missed", "again", "repeat", "sorry", "pardon", "catch", "caught", "heard", "excuse", "only" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
