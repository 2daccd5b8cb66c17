package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Tokens;
import java.util.Locale;
import java.util.Set;

/** Mailboxes of a company that everybody may write to (RFC 2142, and what is usual besides). */
final class RoleMailboxes {
    private static final Set<String> NAMES = Set.of(
            "info",
            "support",
            "sales",
            "help",
            "helpdesk",
            "service",
            "services",
            "customerservice",
            "care",
            "claims",
            "billing",
            "returns",
            "enquiries",
            "inquiries",
            "feedback",
            "security",
            "privacy",
            "abuse",
            "complaints",
            "appeals",
            "disputes",
            "documents",
            "docs",
            "press",
            "careers",
            "noreply",
            "donotreply",
            "customercare",
            "customersupport",
            "bookings",
            "reservations");

    private static final int LONGEST = 24;

    private RoleMailboxes() {}

    /** Whether the agent gives the address whose local part are the tokens [from, at), and nobody gave one just before. */
    static boolean isGiven(Call call, int from, int at, Claims claims) {
        int utterance = call.tokens().utterance(at);
        return call.isAgent(utterance)
                && !claims.has(EntityType.EMAIL, utterance - 2, utterance)
                && NAMES.contains(name(call, from, at));
    }

    /** "no reply" is noreply. */
    private static String name(Call call, int from, int at) {
        Tokens tokens = call.tokens();
        StringBuilder name = new StringBuilder();
        for (int token = from; token < at && name.length() < LONGEST; token++) {
            name.append(call.text(tokens.utterance(token)), tokens.start(token), tokens.end(token));
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
