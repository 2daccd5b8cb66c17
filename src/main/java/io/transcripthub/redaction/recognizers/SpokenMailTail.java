package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;

/**
 * What is said behind a spoken mail address of how it is written: "all one word", "that's v i double l a", "j as in juliet,
 * zamora z a m o r a".
 */
final class SpokenMailTail {
    private static final int FARTHEST = 6;
    private static final int FEWEST_LETTERS = 3;
    private static final int MOST_NAMES = 2;

    private final Call call;
    private final int utterance;
    /** First token of the address. */
    private final int start;
    /** The token behind it. */
    private final int end;

    SpokenMailTail(Call call, int start, int end) {
        this.call = call;
        this.utterance = call.tokens().utterance(end - 1);
        this.start = start;
        this.end = end;
    }

    /** The token behind the address and what tells how it is written. */
    int end() {
        return withSpelling(withManner());
    }

    private int withManner() {
        int token = end;
        while (text(token).equals(",")) {
            token++;
        }
        if (!text(token).equals("all")) {
            return end;
        }
        return switch (text(token + 1)) {
            case "one", "lower", "upper" -> Math.min(token + 3, call.tokens().last(utterance));
            case "lowercase", "uppercase" -> token + 2;
            default -> end;
        };
    }

    private int withSpelling(int from) {
        int spelled = from;
        int letters = 0;
        int names = 0;
        for (int token = from; token < spelled + FARTHEST; ) {
            DigitGroup letter = letterAt(token);
            if (letter != null) {
                letters += isExplained(letter) ? FEWEST_LETTERS : 1;
                token = letter.tokenEnd();
                spelled = letters >= FEWEST_LETTERS ? token : spelled;
            } else if (isSmall(token) || isOfAddress(token) && names++ < MOST_NAMES) {
                boolean told = names > 0 && text(token).equals("with");
                letters = told ? FEWEST_LETTERS - 1 : isOfAddress(token) ? 0 : letters;
                token++;
            } else {
                return spelled;
            }
        }
        return spelled;
    }

    private DigitGroup letterAt(int token) {
        DigitGroup group = token < call.tokens().last(utterance) ? call.groups().at(token) : null;
        return group != null && group.isLetter() ? group : null;
    }

    /** "j as in juliet" */
    private static boolean isExplained(DigitGroup letter) {
        return letter.tokenEnd() - letter.token() > 2;
    }

    private boolean isSmall(int token) {
        return call.word(token, utterance).is(Role.SEPARATOR)
                || switch (text(token)) {
                    case "that's", "thats", "it's", "with", "so", "and", "spelled", "spelt", "the", "is", "then" ->
                        true;
                    default -> false;
                };
    }

    /** A word of the address once more: "zamora z a m o r a". */
    private boolean isOfAddress(int token) {
        if (token >= call.tokens().last(utterance) || call.word(token).isAny(Role.ANY_MARK | Role.STOP.bit)) {
            return false;
        }
        for (int said = start; said < end; said++) {
            if (call.tokens().utterance(said) == utterance && spoken(said).equalsIgnoreCase(spoken(token))) {
                return true;
            }
        }
        return false;
    }

    private String spoken(int token) {
        return call.text(utterance)
                .substring(call.tokens().start(token), call.tokens().end(token));
    }

    private String text(int token) {
        return call.word(token, utterance).text();
    }
}
