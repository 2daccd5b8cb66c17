package io.transcripthub.redaction;

import java.util.List;
import java.util.Set;

/** What the words around digits say about their being a phone number; the nearest before them decides. */
enum PhoneCue {
    FOR,
    AGAINST,
    NONE;

    private static final Set<String> PHONE = Set.of(
            "call",
            "callback",
            "phone",
            "telephone",
            "tel",
            "mobile",
            "cell",
            "cellphone",
            "landline",
            "line",
            "reach",
            "dial",
            "ring",
            "text",
            "sms",
            "whatsapp",
            "fax",
            "contact");
    private static final Set<String> OTHER = Set.of(
            "order",
            "tracking",
            "invoice",
            "confirmation",
            "ticket",
            "case",
            "serial",
            "policy",
            "account",
            "reference",
            "claim",
            "routing",
            "member",
            "social",
            "ssn",
            "contract",
            "passport",
            "prescription",
            "booking",
            "reservation",
            "rma",
            "return",
            "license",
            "id");
    private static final String NUMBER = "number";

    static PhoneCue of(Call call, DigitRun run) {
        List<String> before = call.wordsBefore(run.utterance(), run.start());
        if (!before.isEmpty() && isSpelledLetter(before.get(0))) {
            return AGAINST;
        }
        for (int i = 0; i < before.size(); i++) {
            String word = before.get(i);
            if (OTHER.contains(word)
                    || word.equals(NUMBER) && i + 1 < before.size() && OTHER.contains(before.get(i + 1))) {
                return AGAINST;
            }
            if (PHONE.contains(word) || word.equals(NUMBER)) {
                return FOR;
            }
        }
        List<String> after = call.wordsAfter(run.utterance(), run.end());
        return after.stream().anyMatch(PHONE::contains) ? FOR : NONE;
    }

    /** "W X 900 314 7728" is one identifier; "a" and "I" are words. */
    private static boolean isSpelledLetter(String word) {
        return word.length() == 1 && "ai".indexOf(word.charAt(0)) < 0;
    }
}
