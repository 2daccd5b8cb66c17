package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.numbers.DigitStream;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Joins groups to runs. A run goes on in a later utterance of the same speaker as long as nothing is said in between but
 * back-channels, hesitations and digits that the other one repeats.
 */
final class RunReader {
    private static final int SHORTEST_AGAIN = 4;
    private static final int LONGEST_AGAIN = 40;
    private static final int LONGEST_SMALL_COUNT = 2;

    private final Speakers speakers;
    private final Tokens tokens;
    private final DigitStream groups;
    private final Continuation continuation;
    private final List<RunDraft> digits = new ArrayList<>();
    private final List<RunDraft> codes = new ArrayList<>();
    /** The last run of digits of each speaker. */
    private final RunDraft[] open;
    /** The same with letters, if it has any. */
    private final RunDraft[] openCodes;

    /**
     * @param digits runs of digits alone, without small counts: "two days"
     * @param codes runs of digits and letters that have at least one letter
     */
    record Runs(List<DigitRun> digits, List<DigitRun> codes) {}

    private RunReader(Speakers speakers, Tokens tokens, DigitStream groups, Cues cues) {
        this.speakers = speakers;
        this.open = new RunDraft[speakers.count()];
        this.openCodes = new RunDraft[speakers.count()];
        this.tokens = tokens;
        this.groups = groups;
        this.continuation = new Continuation(tokens, cues);
    }

    static Runs read(Speakers speakers, Tokens tokens, DigitStream groups, Cues cues, Measures measures) {
        RunReader reader = new RunReader(speakers, tokens, groups, cues);
        reader.readPieces();
        reader.codes.sort(Comparator.comparingInt(RunDraft::from));
        return new Runs(
                runs(reader.digits, run -> run.length() > LONGEST_SMALL_COUNT || !run.isMeasure(measures)),
                runs(reader.codes, run -> true));
    }

    private static List<DigitRun> runs(List<RunDraft> drafts, Predicate<DigitRun> kept) {
        List<DigitRun> runs = new ArrayList<>(drafts.size());
        for (RunDraft draft : drafts) {
            DigitRun run = draft.run();
            if (kept.test(run)) {
                runs.add(run);
            }
        }
        return runs;
    }

    private void readPieces() {
        for (int from = 0, to; from < groups.size(); from = to) {
            boolean spelled = groups.group(from).isLetter();
            to = from + 1;
            while (to < groups.size() && groups.group(to).joint() != Joint.NONE) {
                spelled |= groups.group(to).isLetter();
                to++;
            }
            int speaker = speakers.of(groups.group(from).utterance());
            if (spelled) {
                addCode(speaker, from, to);
                addDigitsOf(speaker, from, to);
            } else {
                addToBoth(speaker, from, to);
            }
        }
    }

    /** Runs are the same with letters and without until there is a letter. */
    private void addToBoth(int speaker, int from, int to) {
        RunDraft code = openCodes[speaker];
        boolean same = code == open[speaker];
        addDigits(speaker, from, to);
        RunDraft next = same ? open[speaker] : added(code, from, to);
        boolean bothBegin = next.from() == from && open[speaker].from() == from;
        openCodes[speaker] = bothBegin ? open[speaker] : next;
    }

    /** The digits of a piece that has letters, too. */
    private void addDigitsOf(int speaker, int from, int to) {
        for (int first = from, end; first < to; first = end) {
            end = first + 1;
            if (!groups.group(first).isLetter()) {
                while (end < to && !groups.group(end).isLetter()) {
                    end++;
                }
                addDigits(speaker, first, end);
            }
        }
    }

    private void addDigits(int speaker, int from, int to) {
        RunDraft draft = added(open[speaker], from, to);
        if (draft != open[speaker]) {
            digits.add(draft);
            open[speaker] = draft;
        }
    }

    private void addCode(int speaker, int from, int to) {
        RunDraft before = openCodes[speaker];
        RunDraft code = added(before != null && before == open[speaker] ? before.copy() : before, from, to);
        if (!code.isSpelled()) {
            code.spell();
            codes.add(code);
        }
        openCodes[speaker] = code;
    }

    /** The draft with the groups [from, to), or a new one of them alone if it does not go on with them. */
    private RunDraft added(RunDraft draft, int from, int to) {
        DigitGroup first = groups.group(from);
        if (draft != null && continuation.isBetween(draft.last(), first) && !isToldAgain(draft, from, to)) {
            draft.add(from, to, takesBack(first));
            return draft;
        }
        return new RunDraft(groups, from, to);
    }

    /** "no, it's four four oh": a word of correction before it in its utterance. */
    private boolean takesBack(DigitGroup group) {
        for (int token = tokens.first(group.utterance()); token < group.token(); token++) {
            if (tokens.isAny(token, Role.CORRECTION.bit)) {
                return true;
            }
        }
        return false;
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
