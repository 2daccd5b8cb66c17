package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;

/**
 * CARD_CVV: three or four digits for which the words around ask, or that are called no more than a code not long after a
 * card number; of two cards two.
 */
final class CardCodeRecognizer implements Recognizer {
    private static final int MOST_UTTERANCES = 14;
    private static final int FEW_UTTERANCES = 6;
    private static final int MOST_DIGITS = 8;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.CODE) && !call.mentions(Topic.CVV)) {
            return;
        }
        for (DigitRun whole : claims.unclaimed(call.digitRuns())) {
            if (whole.length() < Topic.CVV.shortest()) {
                continue;
            }
            DigitRun run = withoutSigh(call, answer(whole));
            boolean fits = Topic.CVV.fits(run.length()) || Topic.CVV.fits(run.lengthBehindCorrection());
            if ((fits || run.length() > Topic.CVV.longest() && run.length() <= MOST_DIGITS)
                    && (!call.isMeasure(run) || call.isPlainCardinal(run))
                    && isSpokenOf(call, run)
                    && !call.isBehindLetter(run)
                    && !call.isInNamedDate(run)
                    && !call.isEcho(run)
                    && !isEmergency(call, run)
                    && isCode(call, run, claims)
                    && (fits || isTwo(run))) {
                claims.claim(EntityType.CARD_CVV, run);
            }
        }
    }

    private static boolean isSpokenOf(Call call, DigitRun run) {
        return call.context().isSpokenOf(Topic.CVV, run) || call.context().isSpokenOf(Topic.CODE, run);
    }

    /** "i nearly called nine one one" */
    private static boolean isEmergency(Call call, DigitRun run) {
        return run.digits().equals("911") && call.context().hardWords(run.utterance()) > 0;
    }

    /** "eight eight two" - "and you're still on" - "eight twenty two sycamore": what is said at once. */
    private static DigitRun answer(DigitRun whole) {
        if (whole.length() <= Topic.CVV.longest()
                || whole.utterance() == whole.last().utterance()) {
            return whole;
        }
        DigitRun first = whole.byUtterance().get(0);
        return Topic.CVV.fits(first.length()) ? first : whole;
    }

    /** "oh two one nine eight" */
    private static DigitRun withoutSigh(Call call, DigitRun run) {
        boolean sigh = run.length() == Topic.CVV.longest() + 1
                && run.size() > 1
                && run.first().size() == 1
                && call.word(run.first().token()).is(Role.OH)
                && run.first().token() == call.tokens().first(run.utterance());
        return sigh ? run.part(1, run.size()) : run;
    }

    private static boolean isTwo(DigitRun run) {
        return !ExpiryRecognizer.isMonthAndYear(run)
                && run.split((left, right) -> right.joint() == Joint.WORDS).stream()
                        .allMatch(part -> Topic.CVV.fits(part.length()));
    }

    private static boolean isCode(Call call, DigitRun run, Claims claims) {
        int digits = Topic.CVV.shortest();
        return call.context().isAbout(Topic.CVV, run, digits)
                        && (!call.isAgent(run.utterance()) || run.topicWithin(call.context()) != null)
                        && (!isOfOtherDigits(call, run) || isOfCard(call, run, claims))
                || isOfCard(call, run, claims)
                        && call.context().isAbout(Topic.CODE, run, digits)
                        && !isGivenByAgent(call, run, claims)
                        && !isOfOtherThing(call, run.first().token());
    }

    /** "the last three of the serial", "the code on the coupon": the phrase has no word that is a card's. */
    private static boolean isOfOtherDigits(Call call, DigitRun run) {
        Cues cues = call.context().cues();
        int token = run.first().token();
        int near = call.tokens().first(Math.max(0, run.utterance() - FEW_UTTERANCES));
        for (int index = cues.indexFrom(token) - 1;
                index >= 0 && cues.get(index).token() >= near;
                index--) {
            if (cues.get(index).topic().equals(Topic.CVV)) {
                return run.length() == Topic.CVV.shortest()
                        && !hasWordOfCard(call, cues.get(index))
                        && isOfThing(call, cues.get(index));
            }
        }
        return false;
    }

    private static boolean isOfThing(Call call, Cue cue) {
        int utterance = call.tokens().utterance(cue.token());
        int end = cue.tokenEnd();
        String last = call.word(end - 1).text();
        return switch (call.word(end, utterance).text()) {
            case "of", "on", "off", "from", "at" -> true;
            case "the", "your", "that", "my" -> last.equals("on") || last.equals("of") || last.equals("from");
            default -> last.equals("the") && end < call.tokens().last(utterance);
        };
    }

    private static boolean hasWordOfCard(Call call, Cue cue) {
        for (int token = cue.token(); token < cue.tokenEnd(); token++) {
            switch (call.word(token).text()) {
                case "three", "four", "3", "4", "the", "those", "these", "last", "little", "small", "tiny", "and" -> {}
                case "digit", "digits", "number", "numbers", "figures", "code", "on", "please", "value", "ones" -> {}
                default -> {
                    return true;
                }
            }
        }
        return false;
    }

    /** "size three twelve" */
    private static boolean isOfOtherThing(Call call, int token) {
        return call.context().isLabelled(token) && !call.context().cues().cover(token - 1);
    }

    /** "and the wi-fi code is 4112" */
    private static boolean isGivenByAgent(Call call, DigitRun run, Claims claims) {
        int utterance = run.utterance();
        return call.isAgent(utterance)
                && !claims.has(EntityType.CREDIT_CARD, utterance, utterance)
                && !claims.has(EntityType.CARD_EXPIRY, utterance, utterance)
                && Topic.CODE.equals(run.topicWithin(call.context()));
    }

    /** Whether a card, its expiry or at least the word was said not long before, and nothing of a passcode since. */
    private static boolean isOfCard(Call call, DigitRun run, Claims claims) {
        int from = run.utterance() - MOST_UTTERANCES;
        if (claims.has(EntityType.CREDIT_CARD, from, run.utterance())
                || claims.has(EntityType.CARD_EXPIRY, from, run.utterance())) {
            return true;
        }
        Cues cues = call.context().cues();
        int near = call.tokens().first(Math.max(0, run.utterance() - FEW_UTTERANCES));
        int token = run.first().token();
        return cues.hasBetween(near, token, Topic.CARD) && !cues.hasBetween(near, token, Topic.PIN);
    }
}
