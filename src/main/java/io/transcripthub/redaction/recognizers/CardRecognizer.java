package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.numbers.PaymentCards;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * CREDIT_CARD: digit groups that together are a card number, whatever separates them, unless they are said to number
 * something else; and whatever digits are given for a card number, if there are enough of them. Numbers that overlap (a
 * card number and one with the security code behind it) are taken out together, and so is a start that was taken back.
 */
final class CardRecognizer implements Recognizer {
    /** The industry of SIM cards by ISO/IEC 7812; ITU-T E.118. */
    private static final String TELECOM = "89";

    private static final int USUAL = 16;
    private static final int SHORTEST_SIM = 18;
    private static final int LONGEST_SIM = 20;
    private static final int SHORTEST_GIVEN = 12;
    private static final int SHORTEST_PIECES = 12;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_TAKEN_BACK = 40;
    private static final int LONGEST_BREATH = 8;
    private static final int MOST_UTTERANCES_BETWEEN = 8;

    @Override
    public void recognize(Call call, Claims claims) {
        for (DigitRun run : call.digitRuns()) {
            if (run.length() >= SHORTEST_GIVEN && !claims.touch(run.first())) {
                recognize(call, run, claims);
            }
        }
        if (call.mentions(Topic.CARD)) {
            claimPieces(call, claims);
        }
    }

    private static void recognize(Call call, DigitRun run, Claims claims) {
        Topic topic = call.topic(run);
        if (isOfSimCard(run)
                || (topic == null
                        ? isReference(call, run)
                        : isHarmless(call, run, topic) || topic.equals(Topic.IBAN))) {
            return;
        }
        boolean found = run.has(Joint.CORRECTION) && run.size() <= LONGEST_TAKEN_BACK && claimTakenBack(run, claims);
        boolean anywhere = topic == null || topic.weak() || topic.equals(Topic.CARD);
        boolean spokenOf = call.mentions(Topic.CARD);
        for (int from = 0; run.digitCount(from, run.size()) >= PaymentCards.SHORTEST; from++) {
            int end = (anywhere || isApart(run, from)) && (spokenOf || isBeginning(call, run, from))
                    ? claimLongestFrom(run, from, anywhere, claims)
                    : 0;
            found |= end > 0;
            from = isBeforeExpiry(run, from, end) ? end : from;
        }
        boolean asked = Topic.CARD.equals(topic) || isOfCardSpokenOf(call, run, topic);
        if (!found && asked && !run.digits().startsWith(TELECOM)) {
            claims.claim(EntityType.CREDIT_CARD, run);
        }
    }

    /** What is weakly harmless may be a card where its expiry or its code was just asked for. */
    private static boolean isHarmless(Call call, DigitRun run, Topic topic) {
        if (!topic.isHarmless() || !topic.weak() || run.topicWithin(call.context()) != null) {
            return topic.isHarmless();
        }
        Cues cues = call.context().cues();
        int near = call.tokens().first(Math.max(0, run.utterance() - MOST_UTTERANCES_BETWEEN));
        int token = run.first().token();
        return !cues.hasBetween(near, token, Topic.CARD)
                && !cues.hasBetween(near, token, Topic.EXPIRY)
                && !cues.hasBetween(near, token, Topic.CVV);
    }

    /** "the last three on the back?" - "606" - "and the full number?": longer than what else "number" may be. */
    private static boolean isOfCardSpokenOf(Call call, DigitRun run, Topic topic) {
        if (!Topic.PHONE_WEAK.equals(topic) || run.length() <= PaymentCards.SHORTEST || call.isAgent(run.utterance())) {
            return false;
        }
        Topic last = call.context().lastAsked(run.first().token());
        return Topic.CARD.equals(last) || Topic.CVV.equals(last) || Topic.EXPIRY.equals(last);
    }

    private static boolean isOfSimCard(DigitRun run) {
        return run.digits().startsWith(TELECOM) && run.length() > SHORTEST_SIM - 1 && run.length() <= LONGEST_SIM;
    }

    /** "delivery number 6011 .." and, if the agent says it, "application 4055 .." */
    private static boolean isReference(Call call, DigitRun run) {
        int token = run.first().token();
        boolean number = call.word(token - 1, run.utterance()).says("number");
        return call.context().isLabelled(token) && (number || call.isAgent(run.utterance()));
    }

    /** Where nobody speaks of a card, one does not begin amid digits that are said in one breath. */
    private static boolean isBeginning(Call call, DigitRun run, int index) {
        int before = run.first().token() - 1;
        return index == 0
                || index == 1 && call.word(before, run.utterance()).is(Role.DETERMINER)
                || run.group(index).utterance() != run.group(index - 1).utterance()
                || run.group(index).joint() == Joint.CORRECTION
                || run.group(index).joint() == Joint.WORDS;
    }

    /** Whether a number can end before a group in a run of several. */
    private static boolean isApart(DigitRun run, int index) {
        return index == 0
                || index == run.size()
                || run.group(index).joint() != Joint.PLAIN
                || run.group(index).size() > 1;
    }

    private static int claimLongestFrom(DigitRun run, int from, boolean anywhere, Claims claims) {
        int longest = 0;
        for (int to = from + 1; to <= run.size() && run.digitCount(from, to) <= PaymentCards.LONGEST; to++) {
            boolean card = (anywhere || isApart(run, to)) && run.isCardNumber(from, to);
            longest = card && !isBeforeExpiry(run, from, longest) ? to : longest;
        }
        if (longest > 0) {
            claims.claim(EntityType.CREDIT_CARD, run.part(withWrongStart(run, from), breathEnd(run, longest)));
        }
        return longest;
    }

    /** "five oh three five, five five oh one four eight": check digits may be right by accident within what is said in one breath. */
    private static int breathStart(DigitRun run, int from) {
        int start = from;
        while (start > 0 && isInOneBreath(run, start) && run.digitCount(start - 1, from) <= LONGEST_BREATH) {
            start--;
        }
        return start == 0 || !isInOneBreath(run, start) ? start : from;
    }

    /** The same for one or two digits behind it. */
    private static int breathEnd(DigitRun run, int to) {
        int end = to;
        while (end < run.size() && isInOneBreath(run, end) && run.digitCount(to, end + 1) <= 2) {
            end++;
        }
        boolean last = end == run.size()
                || run.group(end).utterance() != run.group(end - 1).utterance();
        return last ? end : to;
    }

    private static boolean isInOneBreath(DigitRun run, int index) {
        return run.group(index).joint() == Joint.PLAIN
                && run.group(index).form() == DigitGroup.Form.SPOKEN_DIGIT
                && run.group(index - 1).form() == DigitGroup.Form.SPOKEN_DIGIT
                && run.group(index).utterance() == run.group(index - 1).utterance();
    }

    /** Whether 16 digits are followed by a month and a year, so that what is longer is no card by accident. */
    private static boolean isBeforeExpiry(DigitRun run, int from, int to) {
        return to > 0
                && run.digitCount(from, to) == USUAL
                && CardTailRecognizer.expiryEnd(run.part(to, run.size())) > 0;
    }

    /** Where the groups before were taken back, they go as well. */
    private static int withWrongStart(DigitRun run, int from) {
        int limit = Math.max(0, from - PaymentCards.LONGEST);
        int start = breathStart(run, from);
        for (int i = from; i > limit; i--) {
            start = run.group(i).joint() == Joint.CORRECTION ? limit : start;
        }
        return start;
    }

    /** A card number with some groups before a correction left out: "4111 1112, sorry, 1111 ...". */
    private static boolean claimTakenBack(DigitRun run, Claims claims) {
        for (int behind = 1; behind < run.size(); behind++) {
            if (run.group(behind).joint() == Joint.CORRECTION) {
                for (int from = behind - 1; from > 0; from--) {
                    if (isCardWithout(run, from, behind)) {
                        claims.claim(EntityType.CREDIT_CARD, run);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isCardWithout(DigitRun run, int from, int to) {
        List<DigitGroup> kept = new ArrayList<>(run.groups().subList(0, from));
        kept.addAll(run.groups().subList(to, run.size()));
        DigitRun rest = DigitRun.of(kept);
        return rest.isCardNumber(0, rest.size());
    }

    /** Pieces of a card number with words between them, each too short to be one. */
    private static void claimPieces(Call call, Claims claims) {
        List<DigitRun> pieces = new ArrayList<>();
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (isPiece(call, run)
                    && (pieces.isEmpty()
                            || call.isSameSpeaker(run.utterance(), pieces.get(0).utterance()))) {
                if (!pieces.isEmpty()
                        && run.utterance() - pieces.get(pieces.size() - 1).utterance() > MOST_UTTERANCES_BETWEEN) {
                    claimEnough(pieces, claims);
                    pieces.clear();
                }
                pieces.add(run);
            }
        }
        claimEnough(pieces, claims);
    }

    private static boolean isPiece(Call call, DigitRun run) {
        if (run.length() < SHORTEST_PIECE
                || run.length() >= SHORTEST_GIVEN
                || call.isMeasure(run)
                || !call.context().isSpokenOf(Topic.CARD, run)
                || call.isDate(run)) {
            return false;
        }
        Topic own = call.topic(run);
        return (own == null || own.equals(Topic.CARD))
                && call.context().isAbout(Topic.CARD, run, PaymentCards.SHORTEST);
    }

    private static void claimEnough(List<DigitRun> pieces, Claims claims) {
        int digits = 0;
        for (DigitRun piece : pieces) {
            digits += piece.length();
        }
        for (DigitRun piece : digits >= SHORTEST_PIECES ? pieces : List.<DigitRun>of()) {
            claims.claim(EntityType.CREDIT_CARD, piece);
        }
    }
}
