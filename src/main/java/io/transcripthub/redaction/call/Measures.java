package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup.Form;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;

/** Tells numbers that count or measure something: amounts, times, durations, percentages. */
final class Measures {
    private static final int MOST_GROUPS = 3;
    private static final int LONGEST_TIME = 4;
    private static final int LONGEST_CARDINAL = 6;
    /** Nobody counts ten digits one by one: "ring 020 7946 0958 day or night". */
    private static final int LONGEST_COUNT = 9;

    private static final int LONGEST_ANSWER = 8;
    /** Commas and dots, words that we don't know and what is out of the utterance. */
    private static final long NO_WORD = Role.SEPARATOR.bit | Role.UNKNOWN.bit;

    private final Tokens tokens;

    Measures(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean contain(DigitRun run) {
        return hasUnit(run)
                || isYear(run)
                || isAge(run)
                || run.size() <= MOST_GROUPS
                        && (isTime(run)
                                || isDecimal(run) && !isAllThatIsSaid(run)
                                || isSpokenDecimal(run)
                                || isCardinal(run));
    }

    /** "one hundred five", "twelve hundred": three or four digits that count nothing, as no thing follows. */
    boolean isPlainCardinal(DigitRun run) {
        Word next = word(run.last().tokenEnd(), run.utterance());
        boolean end = run.last().tokenEnd() >= tokens.last(run.utterance());
        return run.size() == 1
                && run.first().form() == Form.CARDINAL
                && (run.length() == 3 || run.length() == 4)
                && !hasUnit(run)
                && (end || next.isAny(Role.SOFT | Role.ANY_MARK));
    }

    private boolean hasUnit(DigitRun run) {
        int utterance = run.last().utterance();
        int after = run.last().tokenEnd();
        Word before = word(run.first().token() - 1, run.utterance());
        Word next = word(after, utterance);
        return before.is(Role.CURRENCY)
                || before.says("rs")
                || next.is(Role.CURRENCY)
                || next.is(Role.UNIT) && (run.length() <= LONGEST_COUNT || run.size() == 1)
                || before.is(Role.UNIT) && isCurrency(before.text())
                || !next.isAny(NO_WORD) && isUnit(run, after);
    }

    private boolean isUnit(DigitRun run, int token) {
        int utterance = run.last().utterance();
        return switch (word(token, utterance).text()) {
            case "%" -> true;
            case "digit", "digits", "character", "characters", "letters" -> run.size() <= LONGEST_TIME;
            case "and" -> word(token + 1, utterance).says("change");
            case "an", "per", "of" -> word(token + 1, utterance).is(Role.UNIT);
            case "a" -> word(token + 1, utterance).is(Role.UNIT) || isMeridiem(token, utterance);
            case "p" -> isMeridiem(token, utterance);
            default -> false;
        };
    }

    /** "it's the year nineteen ninety eight" */
    private boolean isYear(DigitRun run) {
        return run.length() == LONGEST_TIME
                && word(run.first().token() - 1, run.utterance()).says("year")
                && (run.digits().startsWith("19") || run.digits().startsWith("20"));
    }

    /** "so you're seventy four", "i'm 81" */
    private boolean isAge(DigitRun run) {
        return run.size() <= 2
                && run.first().size() == 2
                && run.last().size() == 2
                && run.size() <= mostNumbersOfAge(run);
    }

    private int mostNumbersOfAge(DigitRun run) {
        return switch (word(run.first().token() - 1, run.utterance()).text()) {
            case "i'm", "im", "you're", "he's", "she's", "aged", "turning", "turned", "turns" -> 1;
            case "they're" -> 2;
            default -> 0;
        };
    }

    /** "the transfer of ten ninety five", "fifty nine fifty two for two": in two pairs, as nobody gives a code. */
    boolean isPrice(DigitRun run) {
        boolean pairs = run.size() == 2
                && run.utterance() == run.last().utterance()
                && run.last().form() == Form.SPOKEN_PAIR
                && run.last().size() == 2;
        return pairs
                && !word(run.first().token() - 2, run.utterance()).text().startsWith("date")
                && (isPricePreposition(
                                word(run.first().token() - 1, run.utterance()).text())
                        || isBehindPrice(
                                word(run.last().tokenEnd(), run.utterance()).text()));
    }

    private static boolean isPricePreposition(String before) {
        return before.equals("of") || before.equals("for");
    }

    private static boolean isBehindPrice(String next) {
        return switch (next) {
            case "for", "today", "altogether", "total", "even", "due", "goes", "went" -> true;
            default -> false;
        };
    }

    private static boolean isCurrency(String word) {
        return switch (word) {
            case "rupees", "dollars", "euros", "pounds" -> true;
            default -> false;
        };
    }

    /** "a m", "p m" */
    private boolean isMeridiem(int token, int utterance) {
        return word(token + 1, utterance).says("m");
    }

    /** "at four oh five", "by twenty to", "about six thirty". */
    private boolean isTime(DigitRun run) {
        boolean minutes =
                run.size() == MOST_GROUPS && run.length() == 3 && run.digits().charAt(1) == '0' && !run.isWritten();
        boolean pair = run.first().form() == Form.SPOKEN_PAIR
                || run.size() == 2
                        && run.first().form() == Form.SPOKEN_DIGIT
                        && run.last().form() == Form.SPOKEN_PAIR;
        if (!minutes && !pair
                || run.length() > LONGEST_TIME
                || run.utterance() != run.last().utterance()) {
            return false;
        }
        String before = word(run.first().token() - 1, run.utterance()).text();
        return (minutes && isTimeOfDay(before) || pair && isTimePreposition(before))
                && !word(run.first().token() - 2, run.utterance()).says("how");
    }

    /** "2.5", "14:05", "twenty four seven". */
    private static boolean isDecimal(DigitRun run) {
        Joint joint = run.last().joint();
        boolean marked = joint == Joint.DOT || joint == Joint.COLON;
        return run.size() == 2
                && (isAlways(run)
                        || marked
                                && run.isWritten()
                                && run.last().size() == 2
                                && run.last().start() == run.first().end() + 1);
    }

    private static boolean isAlways(DigitRun run) {
        return run.length() == 3 && run.digits().equals("247");
    }

    /** "eighteen point four two" */
    private boolean isSpokenDecimal(DigitRun run) {
        int point = run.first().tokenEnd();
        return run.size() > 1
                && run.utterance() == run.last().utterance()
                && run.first().size() <= 2
                && word(point, run.utterance()).says("point")
                && run.group(1).token() == point + 1
                && !run.part(1, run.size()).has(Joint.DOT);
    }

    private boolean isCardinal(DigitRun run) {
        return run.size() == 1
                && run.first().form() == Form.CARDINAL
                && run.length() <= LONGEST_CARDINAL
                && !isWholeAnswer(run);
    }

    /** "eight hundred" and nothing else. */
    private boolean isWholeAnswer(DigitRun run) {
        int words = run.first().tokenEnd() - run.first().token();
        return run.length() >= 3 && words <= LONGEST_ANSWER && isAllThatIsSaid(run);
    }

    /** A code of three digits may be written down as a time: "7:42." */
    private boolean isAllThatIsSaid(DigitRun run) {
        int words = run.last().tokenEnd() - run.first().token();
        return run.utterance() == run.last().utterance()
                && !isAlways(run)
                && tokens.hardWords(run.utterance()) == 0
                && tokens.last(run.utterance()) - tokens.first(run.utterance()) <= words + 2;
    }

    private Word word(int token, int utterance) {
        return tokens.word(token, utterance);
    }

    private static boolean isTimeOfDay(String before) {
        return switch (before) {
            case "at", "till", "until", "by", "around" -> true;
            default -> false;
        };
    }

    private static boolean isTimePreposition(String before) {
        return switch (before) {
            case "about", "before", "after", "from", "between", "to", "than" -> true;
            default -> isTimeOfDay(before);
        };
    }
}
