package io.transcripthub.redaction;

import java.util.ArrayList;
import java.util.List;

/** Reads the decimal digits of a call, of any script, in one pass. */
final class DigitScanner {
    private final List<String> utterances;
    private final List<DigitRun> runs = new ArrayList<>();
    private final StringBuilder digits = new StringBuilder();
    private List<DigitGroup> groups = new ArrayList<>();

    private DigitScanner(List<String> utterances) {
        this.utterances = utterances;
    }

    static List<DigitRun> scan(List<String> utterances) {
        DigitScanner scanner = new DigitScanner(utterances);
        for (int utterance = 0; utterance < utterances.size(); utterance++) {
            scanner.readUtterance(utterance);
        }
        scanner.endRun();
        return scanner.runs;
    }

    private void readUtterance(int utterance) {
        String text = utterances.get(utterance);
        for (int i = nextDigit(text, 0); i < text.length(); i = nextDigit(text, i)) {
            if (!continuesRun(utterance, i)) {
                endRun();
            }
            i = readGroup(utterance, i);
        }
    }

    private int readGroup(int utterance, int start) {
        String text = utterances.get(utterance);
        int from = digits.length();
        int end = start;
        while (isDigitAt(text, end)) {
            int digit = text.codePointAt(end);
            digits.append((char) ('0' + Character.digit(digit, 10)));
            end += Character.charCount(digit);
        }
        groups.add(new DigitGroup(utterance, start, end, from, digits.length()));
        return end;
    }

    private void endRun() {
        if (!groups.isEmpty()) {
            runs.add(new DigitRun(digits.toString(), groups));
            digits.setLength(0);
            groups = new ArrayList<>();
        }
    }

    private boolean continuesRun(int utterance, int start) {
        if (groups.isEmpty()) {
            return false;
        }
        DigitGroup last = groups.get(groups.size() - 1);
        if (last.utterance() == utterance) {
            return Separators.join(utterances.get(utterance), last.end(), start);
        }
        String previous = utterances.get(utterance - 1);
        return last.utterance() == utterance - 1
                && Separators.join(previous, last.end(), previous.length())
                && Separators.join(utterances.get(utterance), 0, start);
    }

    private static int nextDigit(String text, int from) {
        int i = from;
        while (i < text.length() && !isDigitAt(text, i)) {
            i++;
        }
        return i;
    }

    private static boolean isDigitAt(String text, int i) {
        if (i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(text.codePointAt(i));
    }
}
