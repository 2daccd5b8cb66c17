package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Word;

/** The days, months and years of one date as they are told one after the other. */
final class DateWords {
    private static final int LAST_DAY = 31;
    private static final int SHORT_UTTERANCE = 6;
    private static final int LONGEST_CORRECTION = 10;
    private static final int MOST_HARD_WORDS = 8;
    private static final long AROUND =
            Role.SOFT | Role.ANY_MARK | Role.NUMBER | Role.STOP.bit | Role.MONTH.bit | Role.ORDINAL.bit;

    private final Call call;
    private final boolean birth;
    private final boolean known;
    private int count;
    private boolean year;
    private int last = -1;

    /** @param known whether all of the date was claimed before */
    DateWords(Call call, EntityType type, boolean known) {
        this.call = call;
        this.known = known;
        this.birth = type.equals(EntityType.DATE_OF_BIRTH);
    }

    /** Behind the day, month or year that begins at a token; the same token if none does. */
    int end(int token) {
        Word word = call.word(token);
        if (isTensAndOrdinal(token)) {
            return token + 2;
        }
        DigitGroup group = call.groups().at(token);
        if (group != null && !group.isLetter()) {
            return group.tokenEnd();
        }
        boolean named = word.is(Role.MONTH) || word.is(Role.ORDINAL) && group == null;
        return named ? token + 1 : token;
    }

    /** Whether it may belong to the date: as long as that is not whole, or behind a word of correction. */
    boolean isOpen(int token, boolean asker, Claims claims) {
        int utterance = call.tokens().utterance(token);
        return call.context().hardWords(utterance) <= MOST_HARD_WORDS
                && (!isWhole() && (!known || isNoNumber(token)) || isCorrected(token))
                && (!call.word(token).is(Role.MONTH) || !asker && isMonth(token, utterance, claims))
                && isPart(token, utterance);
    }

    /** Where the whole date was claimed, an age may come before it. */
    private boolean isNoNumber(int token) {
        return call.groups().at(token) == null || isTensAndOrdinal(token);
    }

    boolean isWhole() {
        return birth ? count > 3 || count == 3 && year : count > 1;
    }

    void add(int token, int tokenEnd) {
        DigitGroup group = call.groups().at(token);
        count++;
        last = tokenEnd;
        if (group != null && !call.word(tokenEnd - 1).is(Role.ORDINAL)) {
            year |= group.size() > 2 || group.size() == 2 && Integer.parseInt(group.digits()) > LAST_DAY;
        }
    }

    private boolean isCorrected(int token) {
        boolean corrected = false;
        int first = Math.max(last, token - LONGEST_CORRECTION);
        for (int before = token - 1; before >= first; before--) {
            corrected |= call.word(before).is(Role.CORRECTION);
        }
        boolean together =
                last > 0 && call.tokens().utterance(last - 1) == call.tokens().utterance(token);
        return corrected && together && call.context().hardWords(first, token) <= 2;
    }

    private boolean isPart(int token, int utterance) {
        Word word = call.word(token);
        DigitGroup group = call.groups().at(token);
        if (isTensAndOrdinal(token)) {
            return birth && isFollowedBySmall(token + 2, utterance);
        }
        if (group != null) {
            return isNumber(group);
        }
        if (word.is(Role.ORDINAL)) {
            return birth && isDay(token, utterance);
        }
        return true;
    }

    /** One that is said alone, or beside a number that was claimed. */
    private boolean isMonth(int month, int utterance, Claims claims) {
        int before = call.word(month - 1, utterance).says("of") ? month - 2 : month - 1;
        int behind = call.word(month + 1, utterance).says("the") ? month + 2 : month + 1;
        boolean alone = call.tokens().last(utterance) - call.tokens().first(utterance) <= SHORT_UTTERANCE
                && !call.groups()
                        .hasBetween(
                                call.tokens().first(utterance), call.tokens().last(utterance));
        return alone && call.context().hardWords(utterance) == 0
                || isClaimedNumber(before, utterance, claims)
                || isClaimedNumber(behind, utterance, claims);
    }

    private boolean isClaimedNumber(int token, int utterance, Claims claims) {
        return call.word(token, utterance).isAny(Role.NUMBER | Role.ORDINAL.bit) && claims.touch(token, token + 1);
    }

    /** "the second", but not "one second" and "second floor" */
    private boolean isDay(int token, int utterance) {
        String before = call.word(token - 1, utterance).text();
        return isFollowedBySmall(token + 1, utterance)
                && (!call.word(token).says("second") && !call.word(token).says("first")
                        || before.equals("the")
                        || call.word(token + 1, utterance).says("of"));
    }

    private boolean isFollowedBySmall(int token, int utterance) {
        return token >= call.tokens().last(utterance) || call.word(token).isAny(AROUND);
    }

    private boolean isNumber(DigitGroup group) {
        int utterance = group.utterance();
        Word next = call.word(group.tokenEnd(), utterance);
        boolean century = group.size() == 4
                && (group.digits().startsWith("19") || group.digits().startsWith("20"));
        boolean beside =
                call.groups().at(group.tokenEnd()) != null || call.groups().endingAt(group.token()) != null;
        return (century || group.size() <= 2)
                && (group.form() != DigitGroup.Form.CARDINAL || century)
                && !next.isAny(Role.UNIT.bit | Role.CURRENCY.bit)
                && !call.context().isLabelled(group.token())
                && !call.word(group.token() - 1, utterance).isAny(Role.UNIT_PART.bit | Role.CURRENCY.bit)
                && (century
                        || (group.size() > 1 || beside) && call.context().hardWords(utterance) == 0
                        || isAll(group));
    }

    /** Whether nothing else is said. */
    private boolean isAll(DigitGroup group) {
        return call.tokens().first(group.utterance()) == group.token()
                && call.tokens().last(group.utterance()) == group.tokenEnd();
    }

    private boolean isTensAndOrdinal(int token) {
        return call.word(token).is(Role.TENS)
                && call.word(token + 1, call.tokens().utterance(token)).is(Role.ORDINAL);
    }

    /** With "of the" before it. */
    int start(int token) {
        int utterance = call.tokens().utterance(token);
        int start = call.word(token - 1, utterance).says("the") ? token - 1 : token;
        boolean part = call.word(token).isAny(Role.MONTH.bit | Role.ORDINAL.bit | Role.TENS.bit);
        return part && call.word(start - 1, utterance).says("of") ? start - 1 : start;
    }
}
