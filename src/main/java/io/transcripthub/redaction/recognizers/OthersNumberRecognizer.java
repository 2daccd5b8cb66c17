package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.List;
import java.util.Set;

/**
 * The same kind of number or date once more, of somebody or something else, without a word for it: "and your husband's?",
 * "mine is .., hers is ..", "the old one was ..".
 */
final class OthersNumberRecognizer implements Recognizer {
    private static final Set<EntityType> TYPES =
            Set.of(EntityType.PASSPORT, EntityType.PIN, EntityType.SSN, EntityType.BANK_ACCOUNT);
    private static final int MOST_UTTERANCES = 12;
    private static final int MOST_KNOWN = 50;
    private static final int MOST_WORDS_BEFORE = 12;
    private static final int FEW_WORDS = 4;
    private static final int LONGEST_QUESTION = 14;
    private static final int MOST_HARD_WORDS = 5;
    private static final int SHORTEST = 4;
    private static final int MOST_LETTERS = 3;
    private static final int UNLIKE = 2;
    private static final int MOST_DATE_GROUPS = 5;
    private static final int LONGEST_BRIEF = 6;
    private static final int FEW_UTTERANCES = 4;
    private static final int SHORTEST_OF_ONE_FORM = 7;

    @Override
    public void recognize(Call call, Claims claims) {
        List<KnownNumber> known = claims.numbers(number -> TYPES.contains(number.type()), MOST_KNOWN);
        if (!known.isEmpty()) {
            claim(call, claims.unclaimed(call.codes()), known, claims);
            claim(call, claims.unclaimed(call.digitRuns()), known, claims);
        }
        if (claims.has(EntityType.DATE_OF_BIRTH)) {
            claimDates(call, claims);
        }
    }

    private static void claim(Call call, List<DigitRun> runs, List<KnownNumber> known, Claims claims) {
        for (DigitRun run : runs) {
            if (run.length() >= SHORTEST && isLikeAny(run, known) && isOpen(call, run)) {
                KnownNumber alike = lastAlike(call, run, known);
                if (alike != null) {
                    claims.claim(alike.type(), run);
                }
            }
        }
    }

    private static boolean isLikeAny(DigitRun run, List<KnownNumber> known) {
        for (KnownNumber number : known) {
            if (isAlike(run, number)) {
                return true;
            }
        }
        return false;
    }

    private static KnownNumber lastAlike(Call call, DigitRun run, List<KnownNumber> known) {
        boolean others = isOthers(call, run.first().token()) || isAskedBriefly(call, run) || isSomethingElse(call, run);
        KnownNumber last = null;
        for (KnownNumber number : known) {
            last = (others ? isAlike(run, number) : isOfOneForm(call, run, number)) ? number : last;
        }
        return last;
    }

    private static boolean isOpen(Call call, DigitRun run) {
        Topic asked = call.topic(run);
        boolean other = asked != null && asked.isHarmless() && namesOtherBefore(call, run);
        Topic topic = other ? topicBehind(call, run) : asked;
        return (topic == null || topic.weak() && !topic.isHarmless())
                && !call.isMeasure(run)
                && !call.isDate(run)
                && !call.context().isLabelled(run.first().token())
                && run.digits().chars().filter(Character::isLetter).count() <= MOST_LETTERS;
    }

    /** What the words behind it say, as those before it are of another number: "same booking, his is .." */
    private static Topic topicBehind(Call call, DigitRun run) {
        int end = run.last().tokenEnd();
        boolean named = call.context()
                .cues()
                .hasStrongBetween(end, call.tokens().last(run.last().utterance()));
        return named ? run.topicWithin(call.context()) : null;
    }

    /** "and his own one's .." */
    private static boolean namesOtherBefore(Call call, DigitRun run) {
        int token = run.first().token();
        return namesOther(call, Math.max(call.tokens().first(run.utterance()), token - FEW_WORDS), token);
    }

    private static boolean isAlike(DigitRun run, KnownNumber number) {
        return Math.abs(run.length() - number.digits().length())
                        <= (number.digits().length() > SHORTEST + 1 ? UNLIKE : 0)
                && number.firstUtterance() <= run.utterance()
                && run.utterance() - number.lastUtterance() <= MOST_UTTERANCES;
    }

    /** "and the savings?" - "six six four oh four three oh" */
    private static boolean isAskedBriefly(Call call, DigitRun run) {
        Tokens tokens = call.tokens();
        int question = run.utterance() - 1;
        return question >= 0
                && !call.isSameSpeaker(question, run.utterance())
                && tokens.last(question) - tokens.first(question) <= LONGEST_BRIEF
                && switch (call.word(tokens.first(question), question).text()) {
                    case "and",
                            "what",
                            "how",
                            "next",
                            "then",
                            "guest",
                            "passenger",
                            "traveller",
                            "traveler",
                            "second" -> true;
                    default -> false;
                }
                && tokens.hardWords(run.utterance()) <= 1
                && !call.context().cues().hasStrongIn(question);
    }

    /** "make it 8005 instead", "no, it was 1202" */
    private static boolean isSomethingElse(Call call, DigitRun run) {
        Tokens tokens = call.tokens();
        int utterance = run.utterance();
        int from = Math.max(tokens.first(utterance), run.first().token() - MOST_WORDS_BEFORE);
        int to = Math.min(tokens.last(utterance), run.first().token() + MOST_WORDS_BEFORE);
        for (int token = from; token < to; token++) {
            switch (call.word(token).text()) {
                case "change", "changed", "make", "instead", "try", "maybe", "used", "want", "was", "new" -> {
                    return tokens.hardWords(utterance) <= MOST_HARD_WORDS;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Of as many digits and letters in the same order, soon after it, and hardly anything else said. */
    private static boolean isOfOneForm(Call call, DigitRun run, KnownNumber number) {
        return number.firstUtterance() <= run.utterance()
                && run.utterance() - number.lastUtterance() <= FEW_UTTERANCES
                && run.length() >= SHORTEST_OF_ONE_FORM
                && call.topic(run) == null
                && call.context().hardWords(run.utterance()) <= MOST_HARD_WORDS
                && form(run.digits()).equals(form(number.digits()));
    }

    private static String form(String code) {
        StringBuilder form = new StringBuilder(code.length());
        code.chars().forEach(c -> form.append(Character.isDigit(c) ? '0' : 'A'));
        return form.toString();
    }

    private static void claimDates(Call call, Claims claims) {
        for (DateReader.Named date : call.namedDates()) {
            int utterance = call.tokens().utterance(date.token());
            if (date.isFull()
                    && !claims.touch(date.token(), date.tokenEnd())
                    && isNearBirth(claims, utterance)
                    && !Topic.EVENT.equals(call.context().topic(date.token(), date.tokenEnd(), Topic.DATE))
                    && isOthers(call, date.token())) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, date.token(), date.tokenEnd());
            }
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (isNearBirth(claims, run.utterance())
                    && isBirthDate(call, run)
                    && !call.isInNamedDate(run)
                    && isOthers(call, run.first().token())) {
                claims.claim(EntityType.DATE_OF_BIRTH, run);
            }
        }
    }

    private static boolean isBirthDate(Call call, DigitRun run) {
        return run.size() <= MOST_DATE_GROUPS
                && (call.isDate(run) || DayMonthYear.isSpoken(run))
                && !isOfLateYear(run.digits())
                && isOpenOrPassport(call.topic(run));
    }

    private static boolean isOpenOrPassport(Topic topic) {
        return topic == null || topic.weak() || Topic.PASSPORT.equals(topic);
    }

    /** A year from 2020 on. */
    private static boolean isOfLateYear(String digits) {
        int year = digits.length() - 4;
        return year >= 0 && digits.startsWith("20", year) && digits.charAt(year + 2) >= '2';
    }

    private static boolean isNearBirth(Claims claims, int utterance) {
        return claims.has(EntityType.DATE_OF_BIRTH, utterance - MOST_UTTERANCES, utterance);
    }

    /** Whether somebody else is named right before it, or in the question that it answers. */
    private static boolean isOthers(Call call, int token) {
        Tokens tokens = call.tokens();
        int utterance = tokens.utterance(token);
        int first = tokens.first(utterance);
        if (namesOther(call, Math.max(first, token - MOST_WORDS_BEFORE), token)) {
            return true;
        }
        int question = utterance - 1;
        return tokens.hardWords(first, token) <= MOST_HARD_WORDS
                && question >= 0
                && !call.isSameSpeaker(question, utterance)
                && tokens.last(question) - tokens.first(question) <= LONGEST_QUESTION
                && namesOther(
                        call,
                        Math.max(tokens.first(question), tokens.last(question) - MOST_WORDS_BEFORE),
                        tokens.last(question))
                && !call.context().cues().hasStrongIn(question);
    }

    /** Nothing else may be named behind it. */
    private static boolean namesOther(Call call, int from, int to) {
        for (int token = to - 1; token >= from; token--) {
            if (call.word(token).is(Role.OTHER)
                    || call.word(token).text().equals("one")
                            && token > from
                            && call.word(token - 1).is(Role.DETERMINER)) {
                return !call.context().cues().hasStrongBetween(token, to);
            }
        }
        return false;
    }
}
