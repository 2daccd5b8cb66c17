package io.transcripthub.redaction.words;

/** Tells phrases that are said of some other thing: "your tariff runs out", "the last four of the check". */
final class CueSubjects {
    private final Tokens tokens;

    CueSubjects(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "the last four (of the check)": a thing that no role and no phrase is of, two tokens behind. */
    boolean isUnknownBehind(int of) {
        int utterance = tokens.utterance(of - 1);
        int thing = of + 2;
        return switch (tokens.word(of, utterance).text()) {
                    case "of", "on", "from" -> true;
                    default -> false;
                }
                && isDeterminer(tokens.word(of + 1, utterance).text())
                && thing < tokens.last(utterance)
                && tokens.word(thing).isPlain();
    }

    /**
     * Whether something that is no card runs out: "your tariff runs out", "the contract itself goes until".
     *
     * @param before the phrase before it, or null
     */
    boolean isOther(Cue cue, Cue before) {
        int first = tokens.first(tokens.utterance(cue.token()));
        int subject = cue.token() - 1;
        while (subject > first && isBetweenSubjectAndVerb(tokens.word(subject).text())) {
            subject--;
        }
        return subject > first
                && isDeterminer(tokens.word(subject - 1).text())
                && isVerb(tokens.word(cue.token()).text())
                && isOtherThing(subject, before);
    }

    private boolean isOtherThing(int subject, Cue before) {
        boolean known = before != null && before.tokenEnd() > subject;
        return known ? before.topic().isHarmless() : tokens.word(subject).isPlain();
    }

    private static boolean isBetweenSubjectAndVerb(String word) {
        return switch (word) {
            case "itself", "is", "was", "are", "also", "just", "only", "still", "now", "then", "will", "has" -> true;
            default -> false;
        };
    }

    private static boolean isDeterminer(String word) {
        return switch (word) {
            case "your", "the", "our", "his", "her", "their" -> true;
            default -> false;
        };
    }

    private static boolean isVerb(String word) {
        return switch (word) {
            case "runs", "run", "goes", "good", "valid", "expires", "expire", "expired", "lasts", "ends", "active" ->
                true;
            default -> false;
        };
    }
}
