package io.transcripthub.transcripts;

import io.transcripthub.ledger.Conversation.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page of CXone's list of conversations.
 *
 * @param conversations those that can be used
 * @param nextLink as it came
 * @param faults what cannot be used, in words that name the place and quote nothing
 */
public record ConversationPage(List<Listed> conversations, int dropped, Object nextLink, List<String> faults) {
    private static final int LONGEST_ID = 200;

    /**
     * @param answer {@code {"data":[{"conversationId","start_time"?,"duration"?,"disposition"?}],"nextLink"?}}
     * @throws UnusableTranscript when it is no page at all
     */
    public static ConversationPage read(Object answer) {
        Members.of(answer, "page");
        if (!(((Map<?, ?>) answer).get("data") instanceof List<?> data)) {
            throw new UnusableTranscript(
                    "page.data: expected a list, found " + Members.kind(((Map<?, ?>) answer).get("data")));
        }
        List<Listed> conversations = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            read(data.get(i), "data[" + i + "]", conversations, faults);
        }
        return new ConversationPage(
                conversations, data.size() - conversations.size(), ((Map<?, ?>) answer).get("nextLink"), faults);
    }

    /**
     * Where the next page is, null when there is none.
     *
     * @throws UnusableTranscript when it is no text
     */
    public String next() {
        if (nextLink == null) {
            return null;
        }
        if (!(nextLink instanceof String link)) {
            throw new UnusableTranscript("page.nextLink: expected text, found " + Members.kind(nextLink));
        }
        return link.isBlank() ? null : link.strip();
    }

    private static void read(Object item, String place, List<Listed> conversations, List<String> faults) {
        try {
            Members members = Members.of(item, place);
            String id = members.text("conversationId");
            if (id.isBlank() || id.length() > LONGEST_ID) {
                throw new UnusableTranscript(place + ".conversationId: expected 1 to " + LONGEST_ID
                        + " characters, found " + (id.isBlank() ? "none" : id.length()));
            }
            conversations.add(new Listed(
                    id,
                    orNull(() -> members.time("start_time"), faults),
                    orNull(() -> members.number("duration"), faults),
                    members.label("disposition")));
        } catch (UnusableTranscript unusable) {
            faults.add(unusable.getMessage());
        }
    }

    private interface Member<T> {
        T read();
    }

    /** A conversation is worth more than a member of it. */
    private static <T> T orNull(Member<T> member, List<String> faults) {
        try {
            return member.read();
        } catch (UnusableTranscript unusable) {
            faults.add(unusable.getMessage());
            return null;
        }
    }
}
