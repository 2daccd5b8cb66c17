package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.words.Tokens;
import java.util.Locale;
import java.util.Set;

/** Tells "bought it at acme dot com" and "your page at acme dot com" from mail addresses. */
final class WebSites {
    private static final Set<String> VERBS = Set.of(
            "work",
            "works",
            "worked",
            "look",
            "looked",
            "looking",
            "see",
            "saw",
            "shop",
            "shopping",
            "buy",
            "bought",
            "order",
            "ordered",
            "book",
            "booked",
            "find",
            "found",
            "apply",
            "applied",
            "register",
            "registered",
            "sign",
            "signed",
            "pay",
            "paid",
            "in",
            "up",
            "online",
            "website",
            "site",
            "page");

    private WebSites() {}

    /** @param local first token of what stands before the "at" */
    static boolean isSeen(Call call, int local, int at) {
        int utterance = call.tokens().utterance(at);
        return at - local == 1 && VERBS.contains(text(call, local))
                || local < at
                        && local - 1 > call.tokens().first(utterance)
                        && isDeterminer(call.word(local - 1, utterance).text());
    }

    private static boolean isDeterminer(String word) {
        return switch (word) {
            case "a", "an", "the", "your", "their", "our", "this" -> true;
            default -> false;
        };
    }

    private static String text(Call call, int token) {
        Tokens tokens = call.tokens();
        return call.text(tokens.utterance(token))
                .substring(tokens.start(token), tokens.end(token))
                .toLowerCase(Locale.ROOT);
    }
}
