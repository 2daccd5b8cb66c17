package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.PaymentCards;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.Map;

/**
 * What belongs to a number that is too short yet: digits that the same speaker says just before it or behind it, with
 * nothing but side remarks between ("394, hold on it's worn off, sixty six three five one two").
 */
final class RemainderRecognizer implements Recognizer {
    private static final int MOST_BEGUN = 40;
    private static final int MOST_UTTERANCES = 4;
    private static final int SHORTEST = 2;
    private static final int SHORTEST_AMID_WORDS = 3;
    private static final int MOST_WORDS_OF_LISTENER = 3;
    private static final int MOST_WORDS_ASIDE = 14;

    /** @param shortest what is shorter is whole: the last four digits */
    private record Kind(Topic topic, int shortest, int usual) {}

    private static final Map<EntityType, Kind> KINDS = Map.of(
            EntityType.CREDIT_CARD, new Kind(Topic.CARD, 5, 16),
            EntityType.SSN, new Kind(Topic.SSN, 5, 9),
            EntityType.BANK_ROUTING, new Kind(Topic.ROUTING, 6, 9),
            EntityType.BANK_ACCOUNT, new Kind(Topic.ACCOUNT, 5, 12),
            EntityType.PASSPORT, new Kind(Topic.PASSPORT, 5, 9),
            EntityType.PHONE, new Kind(Topic.PHONE, 7, 10));

    @Override
    public void recognize(Call call, Claims claims) {
        for (KnownNumber begun : claims.numbers(number -> missing(number) > 0, MOST_BEGUN)) {
            complete(call, begun, claims);
        }
    }

    private static int missing(KnownNumber number) {
        Kind kind = KINDS.get(number.type());
        int length = number.digits().length();
        if (kind == null || length < kind.shortest() || isWholeCard(number)) {
            return 0;
        }
        boolean prefixed =
                kind.topic().equals(Topic.PHONE) && "01".indexOf(number.digits().charAt(0)) >= 0;
        return kind.usual() + (prefixed ? 1 : 0) - length;
    }

    private static boolean isWholeCard(KnownNumber number) {
        return number.type().equals(EntityType.CREDIT_CARD)
                && PaymentCards.isCardNumber(number.digits(), 0, number.digits().length());
    }

    private static void complete(Call call, KnownNumber number, Claims claims) {
        int missing = missing(number);
        StringBuilder digits = new StringBuilder(number.digits());
        int first = number.firstUtterance();
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.utterance() > number.lastUtterance() + MOST_UTTERANCES) {
                break;
            }
            boolean rest = run.length() == missing && isOfOneLength(number);
            boolean plain = rest || call.context().hardWords(run.utterance()) == 0;
            if (run.length() >= (plain ? SHORTEST : SHORTEST_AMID_WORDS)
                    && run.length() <= missing
                    && run.utterance() >= number.firstUtterance() - MOST_UTTERANCES
                    && call.isSameSpeaker(run.utterance(), number.firstUtterance())
                    && isOpen(call, run, KINDS.get(number.type()).topic())
                    && !isHarmless(call, run, number)
                    && (rest || !isLabelled(call, run))
                    && isNothingElseBetween(call, run, number)) {
                claims.claim(number.type(), run);
                missing -= run.length();
                boolean before = run.utterance() < number.firstUtterance()
                        || run.utterance() == number.firstUtterance() && isBefore(run, number, claims);
                digits.insert(before ? 0 : digits.length(), run.digits());
                first = Math.min(first, run.utterance());
            }
        }
        if (digits.length() > number.digits().length()) {
            claims.remember(number.type(), digits.toString(), first, number.lastUtterance());
        }
    }

    /** What was asked for before the number, and is long enough for one. */
    private static boolean isHarmless(Call call, DigitRun run, KnownNumber number) {
        return run.utterance() < number.firstUtterance()
                && run.length() >= KINDS.get(number.type()).shortest()
                && Topic.HARMLESS.equals(call.topic(run));
    }

    /** Whether the number that it belongs to comes behind it in its utterance. */
    private static boolean isBefore(DigitRun run, KnownNumber number, Claims claims) {
        return !number.type().equals(claims.typeBefore(run.utterance(), run.start()));
    }

    private static boolean isOpen(Call call, DigitRun run, Topic topic) {
        Topic within = run.topicWithin(call.context());
        return (within == null || within.equals(topic) || within.weak() && !within.isHarmless())
                && !call.isMeasure(run)
                && !call.isInNamedDate(run);
    }

    /** "form 88", but not "my glasses 88" */
    private static boolean isLabelled(Call call, DigitRun run) {
        int token = run.first().token();
        return call.context().isLabelled(token)
                && !call.word(token - 2, run.utterance()).says("my");
    }

    /** What is missing then is known. */
    private static boolean isOfOneLength(KnownNumber number) {
        return number.type().equals(EntityType.SSN) || number.type().equals(EntityType.BANK_ROUTING);
    }

    private static boolean asksForOther(Call call, int utterance, Topic own) {
        Cues cues = call.context().cues();
        return cues.hasStrongIn(utterance) && !cues.hasIn(utterance, own);
    }

    private static boolean isNothingElseBetween(Call call, DigitRun run, KnownNumber number) {
        Tokens tokens = call.tokens();
        int low = Math.min(run.utterance(), number.lastUtterance());
        int high = Math.max(run.utterance(), number.firstUtterance());
        int aside = 0;
        for (int utterance = low; utterance <= high; utterance++) {
            boolean between = utterance > low && utterance < high;
            boolean listener = !call.isSameSpeaker(utterance, number.firstUtterance());
            if (between
                    && (asksForOther(call, utterance, KINDS.get(number.type()).topic())
                            || listener && tokens.hardWords(utterance) > MOST_WORDS_OF_LISTENER)) {
                return false;
            }
            aside += tokens.hardWords(utterance);
        }
        return aside <= MOST_WORDS_ASIDE;
    }
}
