package io.transcripthub.redaction;

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
            "bookings",
            "reservations");

    private RoleMailboxes() {}

    /** Whether the agent gives the address that begins with a token, and nobody gave one just before. */
    static boolean isGiven(Call call, int token, Claims claims) {
        Tokens tokens = call.tokens();
        int utterance = tokens.utterance(token);
        return call.isAgent(utterance)
                && !claims.has(EntityType.EMAIL, utterance - 2, utterance)
                && NAMES.contains(call.text(utterance)
                        .substring(tokens.start(token), tokens.end(token))
                        .toLowerCase(Locale.ROOT));
    }
}
