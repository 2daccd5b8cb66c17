package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Form;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;

/** The signs by which one sees that digits are a telephone number. */
final class PhoneLayout {
    private static final int LONGEST_GAP = 3;
    private static final int[] LOCAL = {3, 3, 4};
    private static final int[] NATIONAL = {1, 3, 3, 4};
    private static final int[] FRENCH = {2, 2, 2, 2, 2};

    private PhoneLayout() {}

    /** Whether two groups may belong to one number: written ones are close, and a colon makes a time of day. */
    static boolean isClose(DigitGroup left, DigitGroup right) {
        boolean written = left.form() == Form.WRITTEN && right.form() == Form.WRITTEN;
        return left.utterance() != right.utterance()
                || right.joint() != Joint.COLON && (!written || right.start() - left.end() <= LONGEST_GAP);
    }

    /** Offset of the plus sign or of the bracket around the area code, if there is one; else of the first digit. */
    static int start(String text, DigitRun number) {
        int start = number.start();
        if (start > 0 && text.charAt(start - 1) == '(' && hasClosing(text, number)) {
            start--;
        }
        int plus = start > 1 && Character.isSpaceChar(text.charAt(start - 1)) ? start - 2 : start - 1;
        return plus >= 0 && isPlus(text.charAt(plus)) ? plus : start;
    }

    static boolean isInternational(String text, DigitRun number) {
        return isPlus(text.charAt(start(text, number)));
    }

    /** Whether the layout alone says that it is a telephone number. */
    static boolean isTypical(String text, DigitRun number) {
        return isNorthAmerican(text, number) || isFrench(number) || hasAreaCode(text, number);
    }

    /** 72.0.3626.121: in more than three written groups with dots. */
    static boolean isVersion(DigitRun number) {
        int dots = 0;
        for (int i = 1; i < number.size(); i++) {
            dots += number.group(i).joint() == Joint.DOT ? 1 : 0;
        }
        return dots == number.size() - 1 && number.size() > LOCAL.length && number.isWritten();
    }

    /** (11) 5555-0123: nothing else is written with its first digits in brackets. */
    static boolean hasAreaCode(String text, DigitRun number) {
        return number.size() > 1 && text.charAt(start(text, number)) == '(';
    }

    /** 415-555-0123, 415.555.0123, 1-415-555-0123. */
    private static boolean isNorthAmerican(String text, DigitRun number) {
        boolean local = isGrouped(number, LOCAL);
        boolean national = isGrouped(number, NATIONAL) && number.digits().startsWith("1");
        return (local || national)
                && number.isWritten()
                && number.utterance() == number.last().utterance()
                && hasTie(text, number.start(), number.end());
    }

    private static boolean hasTie(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isTie(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** 01 99 00 12 34. */
    private static boolean isFrench(DigitRun number) {
        return isGrouped(number, FRENCH)
                && number.isWritten()
                && number.digits().startsWith("0");
    }

    private static boolean isGrouped(DigitRun number, int[] sizes) {
        boolean same = number.size() == sizes.length;
        for (int i = 0; same && i < sizes.length; i++) {
            same = number.group(i).size() == sizes[i];
        }
        return same;
    }

    static boolean isPartOfWord(Call call, DigitRun number) {
        String text = call.text(number.utterance());
        String last = call.text(number.last().utterance());
        return number.start() > 0 && Character.isLetter(text.charAt(number.start() - 1))
                || number.end() < last.length() && Character.isLetter(last.charAt(number.end()));
    }

    private static boolean hasClosing(String text, DigitRun number) {
        return text.indexOf(')', number.start()) >= 0 && text.indexOf(')', number.start()) - number.start() < 8;
    }

    private static boolean isTie(int c) {
        return c == '.' || c == ')' || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static boolean isPlus(int c) {
        return c == '+' || c == '＋';
    }
}
