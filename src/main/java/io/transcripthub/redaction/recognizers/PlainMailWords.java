package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;

/** Small words as part of a mail address: "four kids and a dog at ..", where nothing else can be meant. */
final class PlainMailWords {
    private static final int LONGEST = 10;

    private final Call call;
    private final Tokens tokens;
    /** Whether commas stand between the words: "mike, the, plumber, at". */
    private final boolean commas;

    PlainMailWords(Call call, int at) {
        this.call = call;
        this.tokens = call.tokens();
        this.commas = tokens.word(at - 1).says(",");
    }

    /** The first of them before a token; that token itself if there are none, or too many. */
    int start(int local, int first) {
        int start = local;
        int token = local - 1;
        while (token >= first && token >= local - LONGEST && isPart(token)) {
            start = isPassed(tokens.word(token)) ? start : token;
            token--;
        }
        return start > local - LONGEST ? start : local;
    }

    private boolean isPart(int token) {
        return isPassed(tokens.word(token)) || !isIntroduction(tokens.word(token)) && !isCue(token);
    }

    private boolean isPassed(Word word) {
        return switch (word.text()) {
            case "uh", "um", "er" -> true;
            case "," -> commas;
            default -> false;
        };
    }

    /** "my login's", but neither a letter nor "first name dot last name". */
    private boolean isCue(int token) {
        Cues cues = call.context().cues();
        return tokens.end(token) - tokens.start(token) > 1
                && cues.coverPersonal(token)
                && !cues.hasBetween(Math.max(0, token - 1), token + 1, Topic.PERSON);
    }

    private static boolean isIntroduction(Word word) {
        return word.isAny(Role.ANY_MARK | Role.FILLER.bit | Role.PARTICLE.bit)
                || switch (word.text()) {
                    case "it's",
                            "its",
                            "is",
                            "that's",
                            "or",
                            "my",
                            "email",
                            "mail",
                            "address",
                            "word",
                            "caps",
                            "case",
                            "be",
                            "use",
                            "me",
                            "at",
                            "to",
                            "from",
                            "it",
                            "just",
                            "that",
                            "there's",
                            "they're",
                            "try",
                            "under",
                            "cc" -> true;
                    default -> false;
                };
    }
}
