package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Numbers that were asked for and are told in pieces with other words between ("four one one one, hold on, my glasses, ..").
 * Each piece is too short to be one; together they are long enough.
 */
final class InterruptedNumberRecognizer implements Recognizer {
    private static final int SHORTEST_PIECE = 2;
    private static final int MOST_PIECES = 10;
    private static final int MOST_UTTERANCES = 4;
    private static final int MOST_WORDS = 14;
    private static final int MOST_WORDS_OF_LISTENER = 3;

    /** @param usual digits at which it may be complete */
    private record Kind(EntityType type, Topic topic, int usual, int longest) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(EntityType.CREDIT_CARD, Topic.CARD, 16, 19),
            new Kind(EntityType.IBAN, Topic.IBAN, 20, 34),
            new Kind(EntityType.SSN, Topic.SSN, 9, 9),
            new Kind(EntityType.BANK_ROUTING, Topic.ROUTING, 9, 9),
            new Kind(EntityType.BANK_ACCOUNT, Topic.ACCOUNT, 10, 17),
            new Kind(EntityType.PHONE, Topic.PHONE, 10, 13),
            new Kind(EntityType.PASSPORT, Topic.PASSPORT, 9, 10),
            new Kind(EntityType.PIN, Topic.PIN, 4, 6),
            new Kind(EntityType.CARD_CVV, Topic.CVV, 3, 3));

    @Override
    public void recognize(Call call, Claims claims) {
        for (Kind kind : KINDS) {
            if (call.mentions(kind.topic())) {
                recognize(call, kind, claims);
            }
        }
    }

    private static void recognize(Call call, Kind kind, Claims claims) {
        List<DigitRun> runs = claims.unclaimed(call.digitRuns());
        for (int i = 0; i < runs.size(); i++) {
            if (isFollowed(call, runs, i, kind) && isBeginning(call, runs.get(i), kind)) {
                List<DigitRun> pieces = pieces(call, runs, i, kind);
                if (pieces.size() > 1 && isWhole(call, pieces, kind)) {
                    pieces.forEach(piece -> claims.claim(kind.type(), piece));
                    String digits = pieces.stream().map(DigitRun::digits).collect(Collectors.joining());
                    DigitRun last = pieces.get(pieces.size() - 1);
                    claims.remember(
                            kind.type(),
                            digits,
                            runs.get(i).utterance(),
                            last.last().utterance());
                    i += pieces.size() - 1;
                }
            }
        }
    }

    /** What may be short is taken only where nothing else is said and it has the usual length. */
    private static boolean isWhole(Call call, List<DigitRun> pieces, Kind kind) {
        boolean plain = !kind.topic().equals(Topic.PIN) && !kind.topic().equals(Topic.PASSPORT)
                || length(pieces) == kind.usual()
                        && pieces.stream()
                                .allMatch(
                                        piece -> call.context().hardWords(piece.utterance()) <= MOST_WORDS_OF_LISTENER);
        return plain && kind.topic().fits(length(pieces));
    }

    private static boolean isBeginning(Call call, DigitRun run, Kind kind) {
        return run.length() >= SHORTEST_PIECE
                && run.length() < kind.topic().shortest()
                && !call.isMeasure(run)
                && !isServiceNumber(run)
                && call.context().isAbout(kind.topic(), run, kind.usual())
                && !isHarmless(call.topic(run));
    }

    /** Whether its speaker soon says digits that it may be the beginning of. */
    private static boolean isFollowed(Call call, List<DigitRun> runs, int first, Kind kind) {
        DigitRun run = runs.get(first);
        int last = run.last().utterance() + MOST_UTTERANCES;
        for (int i = first + 1; i < runs.size() && runs.get(i).utterance() <= last; i++) {
            if (call.isSameSpeaker(runs.get(i).utterance(), run.utterance())) {
                return run.length() + runs.get(i).length() <= kind.longest();
            }
        }
        return false;
    }

    private static boolean isHarmless(Topic topic) {
        return topic != null && topic.isHarmless();
    }

    /** 911, 411 */
    private static boolean isServiceNumber(DigitRun run) {
        return run.length() == 3 && run.digits().endsWith("11");
    }

    private static List<DigitRun> pieces(Call call, List<DigitRun> runs, int first, Kind kind) {
        List<DigitRun> pieces = new ArrayList<>(List.of(runs.get(first)));
        for (int i = first + 1; i < runs.size() && i < first + MOST_PIECES; i++) {
            DigitRun last = pieces.get(pieces.size() - 1);
            DigitRun next = runs.get(i);
            if (next.utterance() > last.last().utterance() + MOST_UTTERANCES || length(pieces) >= kind.usual()) {
                break;
            }
            if (call.isSameSpeaker(next.utterance(), last.utterance())) {
                if (length(pieces) + next.length() > kind.longest() || !goesOn(call, last, next, kind)) {
                    break;
                }
                pieces.add(next);
            }
        }
        return pieces;
    }

    private static boolean goesOn(Call call, DigitRun last, DigitRun next, Kind kind) {
        Topic said = next.topicWithin(call.context());
        return !asksForOther(call, last, next, kind)
                && (said == null || said.weak() || said.equals(kind.topic()))
                && !call.isMeasure(next)
                && (next.length() >= SHORTEST_PIECE || call.context().hardWords(next.utterance()) == 0)
                && !call.isInNamedDate(next)
                && !call.isDate(next)
                && !isLabelled(call, next)
                && call.context().hardWords(last.last().tokenEnd(), next.first().token()) <= MOST_WORDS;
    }

    /** Whether somebody speaks of something else in between. */
    private static boolean asksForOther(Call call, DigitRun last, DigitRun next, Kind kind) {
        for (int i = last.last().utterance() + 1; i < next.utterance(); i++) {
            Tokens tokens = call.tokens();
            boolean listener = !call.isSameSpeaker(i, last.utterance());
            if (!call.context().cues().hasIn(i, kind.topic())
                    && (listener && tokens.hardWords(i) > MOST_WORDS_OF_LISTENER
                            || call.context().cues().hasStrongIn(i))) {
                return true;
            }
        }
        return false;
    }

    /** "form 8888", but not "my glasses 171" */
    private static boolean isLabelled(Call call, DigitRun run) {
        return call.context().isLabelled(run.first().token())
                && !call.word(run.first().token() - 2, run.utterance()).text().equals("my");
    }

    private static int length(List<DigitRun> pieces) {
        return pieces.stream().mapToInt(DigitRun::length).sum();
    }
}
