package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;

/** Tells dates beside a date of birth that are of something else: "the charge was on march fourth". */
final class OtherDates {
    private static final int LATER = 8;
    private static final int MOST_WORDS_OF_EXAMPLE = 5;
    private static final int MOST_WORDS_AROUND = 40;

    private OtherDates() {}

    /** "the charge was on march fourth": once the date of birth is given, a date within a sentence is another one. */
    static boolean isOfSomethingElse(Call call, DateReader.Named date, Claims claims) {
        int utterance = call.tokens().utterance(date.token());
        int first = Math.max(call.tokens().first(utterance), date.token() - MOST_WORDS_AROUND);
        int last = Math.min(call.tokens().last(utterance), date.tokenEnd() + MOST_WORDS_AROUND);
        boolean event = call.word(date.token()).says("on") || isOfEvent(call.word(date.token() - 1, utterance));
        boolean within = event && call.context().hardWords(first, last) > 0;
        return (within || date.isFull() && BirthYears.isLate(digits(call, date)))
                && claims.has(EntityType.DATE_OF_BIRTH, utterance - LATER, utterance - 1)
                && !call.context().cues().hasBetween(first, last, Topic.BIRTH);
    }

    /** "and you worked there from" - "september nineteen sixty three": a date that answers a preposition. */
    static boolean isSpan(Call call, int token) {
        Tokens tokens = call.tokens();
        int utterance = tokens.utterance(token);
        int question = utterance - 1;
        if (token > tokens.first(utterance)
                || question < 0
                || tokens.last(question) == tokens.first(question)
                || call.isSameSpeaker(question, utterance)) {
            return false;
        }
        return isOfEvent(tokens.word(tokens.last(question) - 1));
    }

    /** "for example, january first nineteen eighty" */
    static boolean isExample(Call call, int token) {
        int first = Math.max(call.tokens().first(call.tokens().utterance(token)), token - MOST_WORDS_OF_EXAMPLE);
        for (int before = token - 1; before >= first; before--) {
            if (call.word(before).says("example")) {
                return true;
            }
        }
        return false;
    }

    /** But not the tens of "twenty second". */
    static String digits(Call call, DateReader.Named date) {
        StringBuilder digits = new StringBuilder();
        Groups groups = call.groups();
        for (int i = groups.from(date.token());
                i < groups.size() && groups.get(i).token() < date.tokenEnd();
                i++) {
            boolean ordinal = call.word(groups.get(i).tokenEnd()).is(Role.ORDINAL);
            digits.append(
                    ordinal || groups.get(i).isLetter() ? "" : groups.get(i).digits());
        }
        return digits.toString();
    }

    /** "on 8/30/2026" */
    static boolean isOfEvent(Word before) {
        return switch (before.text()) {
            case "on", "at", "between", "by", "until", "till", "from", "dated", "since", "before", "after", "through" ->
                true;
            default -> false;
        };
    }

    /** "last donation was 2025-12-14": the question for a date of birth has its answer. */
    static boolean isOfLateDay(Call call, DigitRun run, Claims claims) {
        return call.isDate(run)
                && BirthYears.isLate(run.digits())
                && claims.has(EntityType.DATE_OF_BIRTH, run.utterance() - LATER, run.utterance())
                && !Topic.BIRTH.equals(run.topicWithin(call.context()));
    }

    /** "served from" - "january eleventh sixty eight": the one who gave a date of birth answers something else by now. */
    static boolean isOfAnotherQuestion(Call call, int utterance, Claims claims) {
        int question = utterance - 1;
        int first = call.tokens().first(Math.max(0, question));
        int last = call.tokens().last(Math.max(0, question));
        return question > 0
                && !call.isSameSpeaker(question, utterance)
                && claims.has(EntityType.DATE_OF_BIRTH, utterance - LATER, question - 1)
                && !claims.has(EntityType.DATE_OF_BIRTH, question, question)
                && meansSomething(call, first, last)
                && !call.context().cues().hasBetween(first, call.tokens().last(utterance), Topic.BIRTH)
                && !isOfOther(call, first, last);
    }

    private static boolean meansSomething(Call call, int from, int to) {
        int token = from;
        while (token < to && call.word(token).isAny(Role.SOFT | Role.ANY_MARK | Role.NUMBER)) {
            token++;
        }
        return token < to;
    }

    /** "and your wife's?" */
    private static boolean isOfOther(Call call, int from, int to) {
        int token = from;
        while (token < to && !call.word(token).is(Role.OTHER)) {
            token++;
        }
        return token < to;
    }
}
