package io.transcripthub.redaction.corpus;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the letters and digits of a marked value as it was said, to try its check digits. It knows that what it reads is
 * a number, so that "for" can be a four; it is no recognizer.
 */
final class SpokenNumber {
    private static final Pattern WORD = Pattern.compile("x-ray|\\p{Nd}+|\\p{L}+");

    private static final Pattern PAUSE = Pattern.compile("[,.;]");

    /** "two twos and a six" */
    private static final Pattern COUNTED =
            Pattern.compile("\\b(two|three|four) (zero|one|two|three|four|five|six|seven|eight|nine)e?s\\b");

    /** "i for india", "h, like hotel" */
    private static final Pattern EXPLAINED = Pattern.compile("\\b(\\p{L}),? (?:for|like) \\p{L}{2,}");

    /** "four thousand and five", "seven thousand four hundred twenty seven", "dash seven thousand six" */
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<=^|, |dash )(\\w+) thousand(?: (\\w+) hundred)?(?: and)?(?: (\\w+(?: \\w+)?))?(?=,|$)");

    private static final Map<String, String> SAID = said();

    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3, "quadruple", 4);

    private static final List<String> FILLERS =
            List.of("uh", "um", "er", "and", "dash", "space", "then", "like", "okay", "again", "capital", "hyphen");

    /** Letters of the longest code that an IBAN has in it, such as NWBK. */
    private static final int BANK_CODE = 4;

    private final StringBuilder read = new StringBuilder();
    private int times = 1;
    private boolean afterTens;
    private boolean afterHundred;
    private boolean beginsPart;
    private boolean hundreds;
    private boolean asIn;

    private SpokenNumber() {}

    /** What was said in the end; no word goes on over several spans. */
    static String read(MarkedItem item) {
        return item.finalTexts().stream().map(SpokenNumber::read).collect(Collectors.joining());
    }

    /**
     * @return digits as ASCII and letters in upper case
     * @throws IllegalArgumentException naming a word that cannot be read
     */
    static String read(String said) {
        SpokenNumber number = new SpokenNumber();
        String plain = Normalizer.normalize(said, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String counted = COUNTED.matcher(plain).replaceAll(match -> counted(match.group(1), match.group(2)));
        String letters = THOUSANDS
                .matcher(EXPLAINED.matcher(counted).replaceAll("$1"))
                .replaceAll(match -> thousands(match.group(1), match.group(2), match.group(3)));
        Matcher word = WORD.matcher(letters);
        int last = 0;
        while (word.find()) {
            number.pause(letters.substring(last, word.start()));
            number.readWord(
                    word.group(),
                    PAUSE.matcher(letters).region(word.end(), letters.length()).lookingAt());
            last = word.end();
        }
        return number.read.toString().toUpperCase(Locale.ROOT);
    }

    private static String counted(String times, String digit) {
        return (digit + " ").repeat(Integer.parseInt(read(times)));
    }

    private static String thousands(String thousands, String hundreds, String rest) {
        String below = rest == null ? "00" : read(rest);
        return read(thousands) + (hundreds == null ? "0" : read(hundreds)) + (below.length() == 1 ? "0" : "") + below;
    }

    /** "Fifty, six" is 506, "four hundred, seven" 4007. */
    private void pause(String between) {
        boolean paused = PAUSE.matcher(between).find();
        afterTens &= !paused;
        afterHundred &= !paused;
        beginsPart = read.length() == 0 || paused;
    }

    /** @param last whether a pause follows, so that "four hundred seven" is 407; "two hundred forty" always is 240 */
    private void readWord(String word, boolean last) {
        if (afterHundred && last && value(word).matches("[1-9]")) {
            read.setLength(read.length() - 1);
        } else if (afterHundred && hundreds && value(word).matches("T[2-9]0|1[0-9]")) {
            read.setLength(read.length() - 2);
        }
        afterHundred &= FILLERS.contains(word);
        if (asIn || word.equals("as")) {
            asIn = word.equals("as") || word.equals("in");
        } else if (TIMES.containsKey(word)) {
            times = TIMES.get(word);
        } else if (word.equals("hundred")) {
            scale(2);
            afterHundred = true;
        } else if (word.equals("thousand")) {
            scale(3);
        } else if (!FILLERS.contains(word)) {
            append(value(word));
        }
    }

    private void scale(int zeros) {
        read.append("0".repeat(zeros));
        afterTens = false;
    }

    /** "Forty one" is 41, "forty eleven" 4011. */
    private void append(String value) {
        boolean ones = afterTens && value.length() == 1 && !value.equals("0") && Character.isDigit(value.charAt(0));
        if (ones) {
            read.setLength(read.length() - 1);
        }
        hundreds = !ones && beginsPart && value.length() == 1;
        read.append(value.repeat(times));
        times = 1;
        afterTens = value.startsWith("T");
        if (afterTens) {
            read.setLength(read.length() - value.length());
            read.append(value, 1, value.length());
        }
    }

    private static String value(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return ascii(word);
        }
        String value = SAID.getOrDefault(word, word);
        if (value.equals(word) && word.length() > BANK_CODE) {
            throw new IllegalArgumentException("expected a spoken number, found '" + word + "'");
        }
        return value;
    }

    private static String ascii(String digits) {
        StringBuilder ascii = new StringBuilder();
        digits.codePoints().forEach(digit -> ascii.append(Character.digit(digit, 10)));
        return ascii.toString();
    }

    /** Tens begin with a T, as a one behind them takes the place of their zero. */
    private static Map<String, String> said() {
        Map<String, String> said = new HashMap<>();
        put(said, "0", "zero oh nought naught nil null");
        put(said, "1", "one won");
        put(said, "2", "two to too");
        put(said, "3", "three");
        put(said, "4", "four for fore");
        put(said, "5", "five fife");
        put(said, "6", "six sicks");
        put(said, "7", "seven");
        put(said, "8", "eight ate");
        put(said, "9", "nine niner");
        put(said, "b", "bee");
        put(said, "l", "el");
        put(said, "n", "en");
        String[] teens =
                "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ", -1);
        for (int i = 0; i < teens.length; i++) {
            said.put(teens[i], String.valueOf(10 + i));
        }
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
        for (int i = 0; i < tens.length; i++) {
            said.put(tens[i], "T" + (i + 2) + "0");
        }
        String nato =
                "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa "
                        + "quebec romeo sierra tango uniform victor whiskey x-ray xray yankee zulu";
        Arrays.stream(nato.split(" ", -1)).forEach(name -> said.put(name, name.substring(0, 1)));
        return said;
    }

    private static void put(Map<String, String> said, String value, String words) {
        Arrays.stream(words.split(" ", -1)).forEach(word -> said.put(word, value));
    }
}
