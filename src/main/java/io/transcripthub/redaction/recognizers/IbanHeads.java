package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Word;

/** Finds where an IBAN begins that is dictated: "DE44", "d e four four", "gb seventy midl". */
final class IbanHeads {
    private static final int COUNTRY = 2;
    private static final int BANK = 4;
    private static final int LONGEST_PIECE = 4;

    private IbanHeads() {}

    /** "DE44", "d e four four" */
    static boolean begins(Call call, int index) {
        DigitGroup group = call.groups().get(index);
        if (!group.isLetter()) {
            int token = group.token() - 1;
            return token >= call.tokens().first(group.utterance())
                    && call.tokens().end(token) - call.tokens().start(token) == COUNTRY
                    && (group.size() >= COUNTRY || !call.tokens().adjoins(group.token()))
                    && (isCountry(call, token) || isWordAndBank(call, token));
        }
        if (index + 2 >= call.groups().size() || group.size() > 1) {
            return false;
        }
        DigitGroup second = call.groups().get(index + 1);
        return second.isLetter()
                && second.token() == group.tokenEnd()
                && !call.groups().get(index + 2).isLetter()
                && isSoonAfter(call, group, call.groups().get(index + 2))
                && second.size() == 1
                && Ibans.length(group.digits().charAt(0), second.digits().charAt(0)) > 0;
    }

    /** In the same utterance, or after the listener's next words. */
    private static boolean isSoonAfter(Call call, DigitGroup letter, DigitGroup digits) {
        int distance = digits.utterance() - letter.utterance();
        return distance <= 2 && call.isSameSpeaker(letter.utterance(), digits.utterance());
    }

    /** "gb seventy midl", in small letters: a country's code, two digits and a bank's code or nothing. */
    private static boolean isWordAndBank(Call call, int token) {
        return (call.word(token).isAny(Role.TOP_LEVEL.bit | Role.UNIT.bit)
                        || call.word(token).equals(Word.UNKNOWN))
                && !country(call, token).isEmpty()
                && isBeforeBank(call, token);
    }

    static String country(Call call, int token) {
        int start = call.tokens().start(token);
        if (call.tokens().end(token) - start != COUNTRY) {
            return "";
        }
        String text = call.text(call.tokens().utterance(token));
        char first = Character.toUpperCase(text.charAt(start));
        char second = Character.toUpperCase(text.charAt(start + 1));
        return Ibans.length(first, second) > 0 ? String.valueOf(new char[] {first, second}) : "";
    }

    /** Whether two digits stand behind a country's code, and four letters in one word or spelled, or nothing, behind them. */
    private static boolean isBeforeBank(Call call, int token) {
        int digits = 0;
        int next = token + 1;
        DigitGroup group = call.groups().at(next);
        for (;
                group != null && !group.isLetter() && digits < 2;
                group = call.groups().at(next)) {
            digits += group.size();
            next = group.tokenEnd();
        }
        int utterance = call.tokens().utterance(token);
        next += call.word(next, utterance).is(Role.SEPARATOR) ? 1 : 0;
        return digits == 2
                && (next == call.tokens().last(utterance)
                        || isSpelledBank(call, next)
                        || call.tokens().end(next) - call.tokens().start(next) == BANK
                                && !call.word(next).isAny(Role.SOFT | Role.ANY_MARK | Role.NUMBER | Role.STOP.bit));
    }

    private static boolean isSpelledBank(Call call, int token) {
        int letters = 0;
        int next = token;
        DigitGroup group = call.groups().at(next);
        for (;
                group != null && group.isLetter() && letters < BANK;
                group = call.groups().at(next)) {
            letters += group.size();
            next = group.tokenEnd();
        }
        return letters == BANK;
    }

    /** The word at a token if it is of up to four capitals, else an empty one. */
    static String capitals(Call call, int token) {
        String text = call.text(call.tokens().utterance(token));
        int start = call.tokens().start(token);
        int end = call.tokens().end(token);
        boolean piece = end - start >= COUNTRY && end - start <= LONGEST_PIECE;
        for (int i = start; piece && i < end; i++) {
            piece = text.charAt(i) >= 'A' && text.charAt(i) <= 'Z';
        }
        return piece ? text.substring(start, end) : "";
    }

    private static boolean isCountry(Call call, int token) {
        String text = call.text(call.tokens().utterance(token));
        int start = call.tokens().start(token);
        return Ibans.length(text.charAt(start), text.charAt(start + 1)) > 0;
    }
}
