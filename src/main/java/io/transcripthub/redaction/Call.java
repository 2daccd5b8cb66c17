package io.transcripthub.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One call as recognizers read it: its utterances, its region, its digits and the words around a place. */
final class Call {
    private static final String DEFAULT_REGION = "US";
    private static final int WORDS_BEFORE = 60;
    private static final int WORDS_AFTER = 24;

    private final List<String> utterances;
    private final String region;
    private final List<DigitRun> digitRuns;

    Call(List<String> utterances, String languageTag) {
        this.utterances = List.copyOf(utterances);
        this.region = region(languageTag);
        this.digitRuns = DigitScanner.scan(this.utterances);
    }

    List<String> utterances() {
        return utterances;
    }

    String text(int utterance) {
        return utterances.get(utterance);
    }

    /** ISO 3166 code of the country that the call's language tag names, {@code US} if it names none. */
    String region() {
        return region;
    }

    /** All decimal digits of the call in their order; a run may go on in the next utterance. */
    List<DigitRun> digitRuns() {
        return digitRuns;
    }

    /**
     * Words in lower case within the {@value WORDS_BEFORE} characters before an offset, the nearest first; where the
     * utterance has fewer, the end of the one before it is read too: a question's words belong to its answer.
     */
    List<String> wordsBefore(int utterance, int offset) {
        String text = utterances.get(utterance);
        int from = Math.max(0, offset - WORDS_BEFORE);
        List<String> words = new ArrayList<>();
        addWords(text.substring(from, offset), words);
        if (offset < WORDS_BEFORE && utterance > 0) {
            String previous = utterances.get(utterance - 1);
            addWords(previous.substring(Math.max(0, previous.length() - WORDS_BEFORE + offset)), words);
        }
        return words;
    }

    /** Words in lower case within the {@value WORDS_AFTER} characters behind an offset, the nearest last. */
    List<String> wordsAfter(int utterance, int offset) {
        String text = utterances.get(utterance);
        List<String> words = new ArrayList<>();
        addWords(text.substring(offset, Math.min(text.length(), offset + WORDS_AFTER)), words);
        return words;
    }

    private static void addWords(String text, List<String> words) {
        int end = text.length();
        while (end > 0) {
            int start = end;
            while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
                start--;
            }
            if (start < end) {
                words.add(text.substring(start, end).toLowerCase(Locale.ROOT));
            }
            end = Math.min(start, end - 1);
        }
    }

    private static String region(String languageTag) {
        String country =
                languageTag == null ? "" : Locale.forLanguageTag(languageTag).getCountry();
        return country.matches("[A-Z]{2}") ? country : DEFAULT_REGION;
    }
}
