package io.transcripthub.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Says a card number in one of many forms, in one or several utterances with back-channels between. */
final class SpokenCard {
    private static final String[] DIGITS = "zero one two three four five six seven eight nine".split(" ");
    private static final String[] TEENS =
            "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
    private static final String[] TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    private static final String[] FILLERS = {" ", " ", " ", ", ", " uh ", " um, ", " - ", " and then ", " like "};
    private static final String[] BACK_CHANNELS = {"mm-hmm", "okay", "Got it.", "go ahead", "uh huh, yes", "right"};

    private final String digits;
    private final Random random;

    SpokenCard(String digits, long seed) {
        this.digits = digits;
        this.random = new Random(seed);
    }

    List<Spoken> call() {
        List<Spoken> call = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); ) {
            int size = Math.min(groupSize(i), digits.length() - i);
            if (text.length() > 0 && random.nextInt(6) == 0) {
                call.add(new Spoken("customer", text.toString()));
                call.add(new Spoken("agent", BACK_CHANNELS[random.nextInt(BACK_CHANNELS.length)]));
                text.setLength(0);
            }
            text.append(text.length() == 0 ? "" : FILLERS[random.nextInt(FILLERS.length)])
                    .append(say(digits.substring(i, i + size)));
            i += size;
        }
        call.add(new Spoken("customer", text.toString()));
        return call;
    }

    private int groupSize(int from) {
        char first = digits.charAt(from);
        boolean repeated = from + 1 < digits.length() && digits.charAt(from + 1) == first;
        return repeated && random.nextBoolean() ? 2 : 1 + random.nextInt(4);
    }

    private String say(String group) {
        if (group.length() == 2 && group.charAt(0) == group.charAt(1) && random.nextBoolean()) {
            return "double " + DIGITS[group.charAt(0) - '0'];
        }
        if (group.length() == 2 && group.charAt(0) > '0' && random.nextBoolean()) {
            return pair(group.charAt(0) - '0', group.charAt(1) - '0');
        }
        if (random.nextInt(3) == 0) {
            return group;
        }
        List<String> words = new ArrayList<>();
        group.chars().forEach(digit -> words.add(digit == '0' && !words.isEmpty() ? "oh" : DIGITS[digit - '0']));
        return String.join(" ", words);
    }

    /** "Forty" alone would swallow a digit behind it. */
    private static String pair(int tens, int unit) {
        if (tens == 1) {
            return TEENS[unit];
        }
        return unit == 0 ? DIGITS[tens] + " zero" : TENS[tens - 2] + " " + DIGITS[unit];
    }
}
