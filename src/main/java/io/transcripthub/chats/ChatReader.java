package io.transcripthub.chats;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads a chat from its JSON, as the OpenAPI document describes it. */
final class ChatReader {
    private static final Set<String> FIELDS =
            sorted("account", "interactionId", "agentId", "customerId", "messages", "properties");
    private static final Set<String> PROPERTIES = sorted("part", "parts");
    private static final Set<String> MESSAGE = sorted("id", "from", "to", "text", "timestamp", "type", "format");
    private static final Set<String> PARTY = sorted("id", "type");

    private static final Pattern NAME = Pattern.compile(".{1,100}");
    private static final Pattern INTERACTION = Pattern.compile("[!-~]{1,128}");
    private static final Pattern ID = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,256}");
    private static final Pattern WORD = Pattern.compile("[!-~]{1,64}");
    private static final String ID_WORDS = "1 to 256 characters, none of them a control character";
    private static final String WORD_WORDS = "1 to 64 visible ASCII characters";
    private static final int MOST_PARTS = 999_999;

    private ChatReader() {}

    private static Set<String> sorted(String... names) {
        return new TreeSet<>(Set.of(names));
    }

    static Chat read(JsonNode json) {
        Members chat = new Members(json, "", FIELDS);
        int part = Chat.WHOLE;
        int parts = Chat.WHOLE;
        if (chat.has("properties")) {
            Members properties = chat.object("properties", PROPERTIES);
            parts = properties.number("parts", 1, MOST_PARTS);
            part = properties.number("part", 1, parts);
        }
        return new Chat(
                chat.optional("account", NAME, "the name of an account", null),
                chat.text("interactionId", INTERACTION, "1 to 128 visible ASCII characters"),
                chat.text("agentId", ID, ID_WORDS),
                chat.text("customerId", ID, ID_WORDS),
                messages(chat.list("messages")),
                part,
                parts);
    }

    private static List<Message> messages(JsonNode list) {
        if (list.isEmpty()) {
            throw new InvalidChat("messages", "expected at least one message, found none");
        }
        List<Message> messages = new ArrayList<>(list.size());
        for (JsonNode message : list) {
            messages.add(message(new Members(message, "messages[" + messages.size() + "]", MESSAGE)));
        }
        return messages;
    }

    private static Message message(Members message) {
        return new Message(
                message.optional("id", ID, ID_WORDS, null),
                party(message.object("from", PARTY)),
                party(message.object("to", PARTY)),
                message.text("text"),
                message.text("timestamp"),
                time(message),
                message.optional("type", WORD, WORD_WORDS, "text"),
                message.optional("format", WORD, WORD_WORDS, "plain"));
    }

    private static Party party(Members party) {
        return new Party(party.text("id", ID, ID_WORDS), party.text("type", WORD, WORD_WORDS));
    }

    /** A time without an offset would be another instant at the vendor than here. */
    private static Instant time(Members message) {
        try {
            return OffsetDateTime.parse(message.text("timestamp")).toInstant();
        } catch (DateTimeException other) {
            throw message.expected(
                    "timestamp", "a time by ISO 8601 with Z or an offset, such as 2024-06-15T09:00:00Z", "other text");
        }
    }
}
