package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.ExpiryDigits;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;
import java.util.List;

/** CARD_EXPIRY: month and year, as figures or with the month's name, for which the words around ask. */
final class ExpiryRecognizer implements Recognizer {
    /** With a false start, or with the code in the same breath. */
    private static final int LONGEST = 12;

    private static final int MOST_LINKS = 6;
    private static final int MOST_UTTERANCES_OF_PASSPORT = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.EXPIRY) && !claims.has(EntityType.CREDIT_CARD)) {
            return;
        }
        boolean ofCard = claims.has(EntityType.CREDIT_CARD) || call.mentions(Topic.CARD) || call.mentions(Topic.CVV);
        ExpiryInParts.claimApart(call, claims);
        for (DateReader.Named date : call.namedDates()) {
            int end = claims.touch(date.token(), date.tokenEnd()) ? 0 : expiryEnd(call, date, claims);
            if (end > 0
                    && (ofCard || isOfNothingElse(call, date.token()))
                    && !isOfPassport(call, date.token(), claims)
                    && (call.context().isAbout(Topic.EXPIRY, date.token(), date.tokenEnd(), Topic.DATE)
                            || MonthYear.of(call, date) != null && isAnswer(call, date.token()))) {
                claim(call, date, end, claims);
            }
        }
        List<DigitRun> runs = claims.unclaimed(call.digitRuns());
        for (DigitRun run : runs) {
            if (run.length() >= 2
                    && run.length() <= LONGEST
                    && (!call.isMeasure(run) || isUntil(call, run))
                    && call.context().isSpokenOf(Topic.EXPIRY, run)
                    && !call.isInNamedDate(run)
                    && !Topic.LAST_FOUR.equals(run.topicWithin(call.context()))
                    && !isOfPassport(call, run.first().token(), claims)
                    && (ofCard
                            || isMonthAndYear(run)
                                    && isOfNothingElse(call, run.first().token()))
                    && call.context().isAbout(Topic.EXPIRY, run, Math.min(8, Math.max(3, run.length())))) {
                claim(call, run, claims);
            }
        }
        if (claims.has(EntityType.CARD_EXPIRY)) {
            ExpiryInParts.claimApart(call, claims);
            ExpiryReadBack.claim(call, claims);
        }
    }

    /** "what's it good thru" - "11/29", where nobody says that it is a card, but nothing else either. */
    private static boolean isOfNothingElse(Call call, int token) {
        int utterance = call.tokens().utterance(token);
        int first = call.tokens().first(Math.max(0, utterance - MOST_UTTERANCES_OF_PASSPORT));
        int question = call.tokens().first(Math.max(0, utterance - 1));
        Cues cues = call.context().cues();
        return cues.hasBetween(question, call.tokens().first(utterance), Topic.EXPIRY)
                && !cues.hasBetween(first, token, Topic.HARMLESS)
                && !cues.hasBetween(first, token, Topic.EVENT)
                && !call.mentions(Topic.PASSPORT);
    }

    /** "until when is it good" - "it'll see us through the trip, march 2029": whatever else is named. */
    private static boolean isAnswer(Call call, int token) {
        int question = call.tokens().utterance(token) - 1;
        return question >= 0
                && !call.isSameSpeaker(question, question + 1)
                && !call.groups()
                        .hasBetween(call.tokens().first(question), call.tokens().last(question))
                && Topic.EXPIRY.equals(call.context().lastAsked(call.tokens().last(question)))
                && !call.context().cues().hasBetween(call.tokens().last(question), token, Topic.HARMLESS);
    }

    /** Remembers it as digits, too. */
    static void claim(Call call, DateReader.Named date, int end, Claims claims) {
        int utterance = call.tokens().utterance(date.token());
        MonthYear digits = MonthYear.of(call, date);
        claims.claimTokens(EntityType.CARD_EXPIRY, date.token(), end);
        if (digits != null) {
            claims.remember(EntityType.CARD_EXPIRY, digits.digits().get(0), utterance, utterance);
        }
    }

    /** "good till twelve thirty": no time of the day, but "runs to three eighteen" may be a date. */
    private static boolean isUntil(Call call, DigitRun run) {
        Cues cues = call.context().cues();
        int index = cues.indexFrom(run.first().token()) - 1;
        boolean cue = index >= 0
                && cues.get(index).tokenEnd() == run.first().token()
                && cues.get(index).topic().equals(Topic.EXPIRY);
        return (cue || isThrough(call.word(run.first().token() - 1, run.utterance())))
                && isMonthAndYear(run)
                && run.digits().charAt(run.length() - 2) >= '2';
    }

    private static boolean isThrough(Word word) {
        return switch (word.text()) {
            case "through", "thru", "until", "till", "to", "exp" -> true;
            default -> false;
        };
    }

    /** Behind a card's number with the day, too: "june thirtieth twenty thirty". */
    private static int expiryEnd(Call call, DateReader.Named date, Claims claims) {
        DigitGroup year = call.groups().endingAt(date.tokenEnd());
        boolean day = date.isFull()
                && year != null
                && ExpiryDigits.isYear(year.digits())
                && (claims.has(EntityType.CREDIT_CARD, year.utterance() - MOST_UTTERANCES_OF_PASSPORT, year.utterance())
                        || isAnswerOfCard(call, date));
        DigitGroup century = day ? call.groups().endingAt(year.token()) : null;
        return day && (century == null || !century.digits().equals("19")) ? date.tokenEnd() : date.expiryEnd();
    }

    /** "pay by card, what's the exp on it" - "thirty one december twenty twenty nine" */
    private static boolean isAnswerOfCard(Call call, DateReader.Named date) {
        int utterance = call.tokens().utterance(date.token());
        int first = call.tokens().first(utterance);
        Cues cues = call.context().cues();
        return call.context().hardWords(first, date.token()) == 0
                && !cues.hasBetween(first, date.token(), Topic.EXPIRY)
                && cues.hasBetween(call.tokens().first(Math.max(0, utterance - 1)), first, Topic.CARD);
    }

    /** "your passport" - "U1204488" - "and it's valid until?" */
    static boolean isOfPassport(Call call, int token, Claims claims) {
        int utterance = call.tokens().utterance(token);
        boolean behindCard = EntityType.CREDIT_CARD.equals(
                claims.typeBefore(utterance, call.tokens().start(token)));
        if (behindCard && claims.has(EntityType.CREDIT_CARD, utterance - 2, utterance)) {
            return false;
        }
        Cues cues = call.context().cues();
        int first = call.tokens().first(Math.max(0, utterance - MOST_UTTERANCES_OF_PASSPORT));
        for (int index = cues.indexFrom(token) - 1;
                index >= 0 && cues.get(index).token() >= first;
                index--) {
            Topic topic = cues.get(index).topic();
            if (topic.equals(Topic.PASSPORT) || topic.equals(Topic.CARD) || topic.equals(Topic.CVV)) {
                return topic.equals(Topic.PASSPORT);
            }
        }
        return false;
    }

    /** "the eleventh of", "the tenth month", "sixth month of the year" before a year */
    private static boolean claimOrdinal(Call call, DigitRun year, Claims claims) {
        int utterance = year.utterance();
        int first = year.first().token();
        int month = first - 1;
        while (month > first - MOST_LINKS && isLink(call.word(month, utterance))) {
            month--;
        }
        if (month == first - 1 || !call.word(month, utterance).is(Role.ORDINAL)) {
            return false;
        }
        int start = call.word(month - 1, utterance).says("the") ? month - 1 : month;
        claims.claimTokens(EntityType.CARD_EXPIRY, start, first + 1);
        return true;
    }

    private static boolean isLink(Word word) {
        return word.is(Role.SEPARATOR)
                || switch (word.text()) {
                    case "month", "of", "the", "year", "in" -> true;
                    default -> false;
                };
    }

    /** "march next year, so three twenty seven": with the month's name, if the same is said in figures. */
    private static void claimName(Call call, DigitRun run, Claims claims) {
        int utterance = run.utterance();
        int first = run.first().token();
        for (int token = first - 1; token > first - MOST_LINKS; token--) {
            Word word = call.word(token, utterance);
            if (word.is(Role.MONTH) && !claims.touch(token, token + 1) && isMonthOf(run, word.value())) {
                claims.claimTokens(EntityType.CARD_EXPIRY, token, token + 1);
            } else if (!word.isAny(Role.SOFT | Role.UNIT.bit | Role.SEPARATOR.bit)) {
                return;
            }
        }
    }

    private static boolean isMonthOf(DigitRun run, int month) {
        String digits = run.digits().startsWith("0") ? run.digits().substring(1) : run.digits();
        return digits.startsWith(String.valueOf(month));
    }

    private static void claim(Call call, DigitRun run, Claims claims) {
        boolean ordinal = claimOrdinal(call, run, claims);
        for (int to = run.has(DigitGroup.Joint.CORRECTION) ? 0 : run.size(); to > 0; to--) {
            int rest = run.length() - run.digitCount(0, to);
            if (isMonthAndYear(run.part(0, to)) && (rest == 0 || rest > 2)) {
                claims.claim(EntityType.CARD_EXPIRY, run.part(0, to));
                claimName(call, run, claims);
                return;
            }
        }
        if ((run.size() > 1 || ordinal) && (run.length() <= 8 || run.has(DigitGroup.Joint.CORRECTION))) {
            claims.claim(EntityType.CARD_EXPIRY, run);
        }
    }

    /** 427, 0427, 04/27, 4/2027, 042027, 2027-04. */
    static boolean isMonthAndYear(DigitRun run) {
        String digits = run.length() >= 3 && run.length() <= 6 ? run.digits() : "";
        return switch (digits.length()) {
            case 3 -> digits.charAt(0) != '0' && ExpiryDigits.isYear(digits.substring(1));
            case 4 -> ExpiryDigits.isMonth(digits.substring(0, 2)) && ExpiryDigits.isYear(digits.substring(2));
            case 5 -> digits.charAt(0) != '0' && digits.startsWith("20", 1) && ExpiryDigits.isYear(digits.substring(3));
            case 6 ->
                ExpiryDigits.isMonth(digits.substring(0, 2))
                                && digits.startsWith("20", 2)
                                && ExpiryDigits.isYear(digits.substring(4))
                        || digits.startsWith("20")
                                && ExpiryDigits.isYear(digits.substring(0, 4))
                                && ExpiryDigits.isMonth(digits.substring(4));
            default -> false;
        };
    }
}
