package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;

/** The part before the at sign of a spoken mail address: "j dot smith", "b as in boy, e x", "four kids and a dog". */
final class SpokenLocalPart {
    private static final int LONGEST = 60;
    private static final int LONGEST_NUMBER = 6;
    private static final int MOST_PLAIN_WORDS = 3;
    private static final int LONGEST_DESCRIPTION = 14;

    private final Call call;
    private final Tokens tokens;
    private final int at;
    private boolean connected;

    SpokenLocalPart(Call call, int at) {
        this.call = call;
        this.tokens = call.tokens();
        this.at = at;
    }

    /** Whether letters or connecting words show that it is spelled. */
    boolean isConnected() {
        return connected;
    }

    /** The first token of the local part that ends with a token; the one behind that if there is none. */
    int start(int last, int first) {
        int start = last + 1;
        int plain = 0;
        int digits = 0;
        int behindDigits = start;
        for (int token = last; token >= first && token > last - LONGEST; token--) {
            Word word = tokens.word(token);
            if (isSpelledAs(token, first)) {
                token -= tokens.word(token - 1).says("in") ? 3 : 2;
                start = token;
                connected = true;
                plain = 0;
            } else if (isConnector(token)) {
                connected = true;
                plain = 0;
                start = start <= last ? token : start;
            } else if (call.groups().cover(token)) {
                boolean number = tokens.word(token).isAny(Role.NUMBER);
                behindDigits = number && digits == 0 ? start : behindDigits;
                digits = number ? digits + Math.max(1, digitsAt(token)) : 0;
                if (digits > LONGEST_NUMBER) {
                    return behindDigits;
                }
                connected |= tokens.end(token) - tokens.start(token) == 1;
                start = token;
                plain = 0;
            } else if (isKindOfCharacter(token, first)) {
                connected = true;
                token -= token > first && tokens.word(token - 1).says("the") ? 1 : 0;
                start = token;
                plain = 0;
            } else if (word.says("capital")) {
                token -= isWithA(token, first) ? 2 : 0;
                start = token;
                plain = 1;
            } else if (isPassed(word)) {
                plain = token == last ? plain : Math.max(plain, MOST_PLAIN_WORDS - 1);
            } else if (isSpelledOut(token, start, first)) {
                token = nameBefore(token);
                start = token;
                plain = 1;
            } else if (isSpellingWith(token, start, first)) {
                start = token;
                plain = 1;
            } else if (isName(word) || isTied(token, first)) {
                if (++plain > MOST_PLAIN_WORDS) {
                    return start;
                }
                start = token;
            } else {
                return start;
            }
        }
        return start;
    }

    /** "first name dot last name so" before "priya dot sundaram": what the parts are. */
    int described(int start, int first) {
        int token = start - 1;
        if (token < first || !tokens.word(token).says("so")) {
            return start;
        }
        boolean names = false;
        int from = start;
        while (--token >= first && token > start - LONGEST_DESCRIPTION && isPartOfDescription(token)) {
            names |= isNameOfPart(tokens.word(token).text());
            from = isNameOfPart(tokens.word(token).text())
                            || isOrder(tokens.word(token).text())
                    ? token
                    : from;
        }
        return names ? from : start;
    }

    private boolean isPartOfDescription(int token) {
        Word word = tokens.word(token);
        return isNameOfPart(word.text()) || isOrder(word.text()) || isConnector(token) || isName(word);
    }

    private static boolean isNameOfPart(String word) {
        return word.equals("name") || word.equals("initial") || word.equals("surname");
    }

    private static boolean isOrder(String word) {
        return word.equals("first") || word.equals("last") || word.equals("middle");
    }

    /** "peter with a capital p" */
    private boolean isWithA(int token, int first) {
        return token - 2 >= first
                && tokens.word(token - 1).says("a")
                && tokens.word(token - 2).says("with");
    }

    /** "the letter d", "the number four" */
    private boolean isKindOfCharacter(int token, int first) {
        return token >= first
                && call.groups().cover(token + 1)
                && switch (tokens.word(token).text()) {
                    case "letter", "number", "digit", "numeral" -> true;
                    default -> false;
                };
    }

    /** "kitty, that's k i double t y" */
    private boolean isSpelledOut(int token, int letters, int first) {
        boolean said =
                switch (tokens.word(token).text()) {
                    case "that's", "thats", "it's", "spelled", "spelt" -> true;
                    default -> false;
                };
        int name = nameBefore(token);
        DigitGroup group = said && name >= first ? call.groups().at(letters) : null;
        return group != null
                && group.isLetter()
                && (isInitial(name, group) || name - 2 >= first && isConnector(name - 1) && isInitial(name - 2, group));
    }

    /** "harlow with two s's": how the name before it is spelled. */
    private boolean isSpellingWith(int token, int start, int first) {
        int next = token + 1;
        return start == next
                && token > first
                && tokens.word(token).says("with")
                && (call.groups().cover(next)
                        || tokens.word(next).is(Role.REPEAT)
                        || tokens.word(next).says("a"))
                && isName(tokens.word(token - 1));
    }

    /** Before "that's", ", that's", "so that's". */
    private int nameBefore(int token) {
        int name = token - 1;
        while (name > token - 3
                && (tokens.word(name).says(",") || tokens.word(name).says("so"))) {
            name--;
        }
        return name;
    }

    private boolean isInitial(int name, DigitGroup letter) {
        return Character.toUpperCase(call.text(tokens.utterance(name)).charAt(tokens.start(name)))
                == letter.digits().charAt(0);
    }

    private int digitsAt(int token) {
        DigitGroup group = call.groups().at(token);
        return group == null ? 0 : group.size();
    }

    /** Beside a connector any word is a part: "info dot the dot man", "it dash alerts". */
    private boolean isTied(int token, int first) {
        boolean behind = token > first && isConnector(token - 1);
        boolean before = token + 1 < at && isConnector(token + 1);
        return !tokens.word(token).isAny(Role.ANY_MARK) && (before || behind && token == at - 1);
    }

    private boolean isConnector(int token) {
        Word word = tokens.word(token);
        return word.isAny(SpokenEmailRecognizer.CONNECTOR)
                && (!word.is(Role.SEPARATOR) || tokens.adjoins(token) && tokens.adjoins(token + 1));
    }

    private static boolean isPassed(Word word) {
        return word.says(",")
                || word.is(Role.DASH)
                || switch (word.text()) {
                    case "uh", "um", "er", "then", "and" -> true;
                    default -> false;
                };
    }

    private static boolean isName(Word word) {
        return !word.isAny(Role.STOP.bit | Role.AT.bit | Role.ANY_MARK);
    }

    private boolean isSpelledAs(int token, int first) {
        String before = token - 1 < first ? "" : tokens.word(token - 1).text();
        return before.equals("in")
                        && token - 3 >= first
                        && tokens.word(token - 2).says("as")
                        && tokens.word(token - 3).is(Role.LETTER)
                || (before.equals("for") || before.equals("like"))
                        && token - 2 >= first
                        && tokens.word(token - 2).is(Role.LETTER);
    }
}
