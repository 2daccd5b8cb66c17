package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.call.LabelledDates;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * CARD_EXPIRY and CARD_CVV by their turn: not long after a card number its holder gives a month with a year and three or
 * four digits, whatever the words of the question were.
 */
final class CardDialogueRecognizer implements Recognizer {
    private static final int MOST_CARDS = 50;
    private static final int MOST_UTTERANCES = 10;
    private static final int MOST_HARD_WORDS = 1;
    private static final int MOST_HARD_WORDS_BESIDE = 6;
    private static final int SHORTEST_CARD = 12;
    private static final int LONGEST_WITH_CODE = 10;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!claims.has(EntityType.CREDIT_CARD)) {
            return;
        }
        for (KnownNumber card : claims.numbers(CardDialogueRecognizer::isCard, MOST_CARDS)) {
            recognize(call, card, claims);
        }
    }

    private static boolean isCard(KnownNumber number) {
        return number.type().equals(EntityType.CREDIT_CARD) && number.digits().length() >= SHORTEST_CARD;
    }

    private static void recognize(Call call, KnownNumber card, Claims claims) {
        int from = card.lastUtterance();
        int to = from + MOST_UTTERANCES;
        if (!claims.has(EntityType.CARD_EXPIRY, from, to)) {
            claimExpiry(call, card, claims);
        }
        if (!claims.has(EntityType.CARD_CVV, from, to)) {
            claimCode(call, card, claims);
        }
    }

    private static void claimExpiry(Call call, KnownNumber card, Claims claims) {
        for (DateReader.Named date : call.namedDates()) {
            if (date.expiryEnd() > 0
                    && isTurn(call, date, card)
                    && !claims.touch(date.token(), date.tokenEnd())
                    && !ExpiryRecognizer.isOfPassport(call, date.token(), claims)
                    && isOpen(call, date)) {
                ExpiryRecognizer.claim(call, date, date.expiryEnd(), claims);
                return;
            }
        }
        for (DigitRun run : wholeAndInParts(claims.unclaimed(call.digitRuns()), card)) {
            int end = run.length() <= LONGEST_WITH_CODE && (isOpen(call, run, card) || isRead(call, run, card))
                    ? expiryEnd(run)
                    : 0;
            int rest = run.length() - run.digitCount(0, end);
            if (end > 0 && (rest == 0 || Topic.CVV.fits(rest)) || isOnFile(call, run, card)) {
                claims.claim(EntityType.CARD_EXPIRY, end > 0 ? run.part(0, end) : run);
                return;
            }
        }
    }

    /** "05/2028? that's what we have": the other one says it next. */
    private static boolean isOnFile(Call call, DigitRun run, KnownNumber card) {
        int utterance = run.utterance();
        return utterance == card.lastUtterance() + 1
                && run.size() == 2
                && run.last().joint() == DigitGroup.Joint.SLASH
                && ExpiryRecognizer.isMonthAndYear(run)
                && call.topic(run) == null
                && call.context()
                                .hardWords(
                                        call.tokens().first(utterance),
                                        run.first().token())
                        <= MOST_HARD_WORDS;
    }

    /** What is called a month and a year is no day of anything. */
    private static boolean isOpen(Call call, DateReader.Named date) {
        Topic topic = call.context().topic(date.token(), date.tokenEnd(), Topic.DATE);
        return topic == null
                || topic.equals(Topic.EVENT) && LabelledDates.isLabelled(call, date.token(), date.tokenEnd());
    }

    /** "nine twenty eight", too, which as a code would be said digit by digit. */
    private static int expiryEnd(DigitRun run) {
        boolean pair = run.size() == 2
                && run.length() == 3
                && run.last().form() == DigitGroup.Form.SPOKEN_PAIR
                && ExpiryRecognizer.isMonthAndYear(run);
        return pair ? 2 : CardTailRecognizer.expiryEnd(run);
    }

    /** "it was tried with the date oh nine slash two six", whoever says it. */
    private static boolean isRead(Call call, DigitRun run, KnownNumber card) {
        int utterance = run.utterance();
        return utterance >= card.lastUtterance()
                && utterance <= card.lastUtterance() + MOST_UTTERANCES
                && run.length() >= 3
                && run.has(DigitGroup.Joint.SLASH)
                && call.word(run.first().token() - 1, utterance).text().startsWith("date")
                && call.topic(run) == null
                && call.context().hardWords(utterance) <= MOST_HARD_WORDS_BESIDE;
    }

    private static void claimCode(Call call, KnownNumber card, Claims claims) {
        int digits = card.digits().startsWith("3") && card.digits().length() == 15 ? 4 : 3;
        for (DigitRun run : wholeAndInParts(claims.unclaimed(call.digitRuns()), card)) {
            if (run.length() == digits
                    && isOpen(call, run, card)
                    && (claims.has(EntityType.CARD_EXPIRY, card.lastUtterance(), run.utterance())
                            || isWith(call, run, claims)
                            || isAskedForDigits(call, run.utterance() - 1))) {
                claims.claim(EntityType.CARD_CVV, run);
                return;
            }
        }
    }

    /** "and the other three", "the four digits printed above that" */
    private static boolean isAskedForDigits(Call call, int question) {
        Tokens tokens = call.tokens();
        for (int token = tokens.first(Math.max(0, question)); question >= 0 && token < tokens.last(question); token++) {
            switch (call.word(token).text()) {
                case "three", "four", "3", "4", "digits", "numbers", "figures" -> {
                    return !call.context().cues().hasStrongBetween(tokens.first(question), token);
                }
                default -> {}
            }
        }
        return false;
    }

    /** "4111 .. with 202" */
    private static boolean isWith(Call call, DigitRun run, Claims claims) {
        int with = run.first().token() - 1;
        return call.word(with, run.utterance()).says("with")
                && with > call.tokens().first(run.utterance())
                && claims.touch(with - 1, with)
                && EntityType.CREDIT_CARD.equals(
                        claims.typeAt(run.utterance(), call.tokens().start(with - 1)));
    }

    /** Near the card: "402" - "okay" - "0928" may be two answers. */
    private static List<DigitRun> wholeAndInParts(List<DigitRun> runs, KnownNumber card) {
        List<DigitRun> parts = new ArrayList<>();
        for (DigitRun run : runs) {
            if (run.utterance() >= card.lastUtterance() && run.utterance() <= card.lastUtterance() + MOST_UTTERANCES) {
                parts.add(run);
                if (run.utterance() < run.last().utterance()) {
                    parts.addAll(run.byUtterance());
                }
            }
        }
        return parts;
    }

    private static boolean isOpen(Call call, DigitRun run, KnownNumber card) {
        return isTurn(call, run.utterance(), 0, card)
                && run.length() >= 3
                && !call.isMeasure(run)
                && !call.isDate(run)
                && !call.isInNamedDate(run)
                && (call.topic(run) == null
                        || call.topic(run).equals(Topic.CVV)
                        || call.topic(run).weak() && !call.topic(run).isHarmless())
                && !isOfOtherThing(call, run);
    }

    /** "size three twelve", but not "the date's four twenty nine" */
    private static boolean isOfOtherThing(Call call, DigitRun run) {
        int token = run.first().token();
        return call.context().isLabelled(token)
                && !call.word(token - 1, run.utterance()).text().startsWith("date");
    }

    private static boolean isTurn(Call call, DateReader.Named date, KnownNumber card) {
        int utterance = call.tokens().utterance(date.token());
        int within = call.context().hardWords(date.token(), date.tokenEnd());
        return isTurn(call, utterance, within, card);
    }

    /** @param within hard words of the utterance that do not count */
    private static boolean isTurn(Call call, int utterance, int within, KnownNumber card) {
        return utterance >= card.lastUtterance()
                && utterance <= card.lastUtterance() + MOST_UTTERANCES
                && call.isSameSpeaker(utterance, card.lastUtterance())
                && call.context().hardWords(utterance) - within
                        <= (utterance == card.lastUtterance() ? MOST_HARD_WORDS_BESIDE : MOST_HARD_WORDS);
    }
}
