package io.transcripthub.redaction.recognizers;

import java.util.Locale;
import java.util.Set;

/** Words of ordinary talk that stand where a name may: "it's been my pleasure", "this is everything". */
final class CommonWords {
    private static final Set<String> WORDS = Set.of(
            "anybody",
            "anyone",
            "anything",
            "anyway",
            "anywhere",
            "babe",
            "biscuit",
            "buddy",
            "custodian",
            "darling",
            "everybody",
            "everyone",
            "everything",
            "everywhere",
            "fella",
            "folks",
            "guys",
            "hard",
            "honey",
            "initials",
            "insured",
            "kindly",
            "love",
            "lovely",
            "mate",
            "nobody",
            "nothing",
            "nowhere",
            "obviously",
            "pal",
            "physical",
            "pleasure",
            "reckons",
            "relationship",
            "repair",
            "satellite",
            "servers",
            "somebody",
            "someone",
            "something",
            "somewhere",
            "submit",
            "sweetheart",
            "thinking",
            "treasurer",
            "whatever",
            "whatsit",
            "whoever");

    private CommonWords() {}

    /** Also "don't", "they'd", "it'll". */
    static boolean contain(String text) {
        String word = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        int apostrophe = word.indexOf('\'');
        return WORDS.contains(word)
                || apostrophe > 0
                        && switch (word.substring(apostrophe + 1)) {
                            case "t", "d", "ll", "re", "ve" -> true;
                            default -> false;
                        };
    }
}
