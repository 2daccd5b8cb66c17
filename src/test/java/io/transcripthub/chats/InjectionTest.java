package io.transcripthub.chats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectionTest {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int MIB = 1 << 20;

    static ObjectNode chat(String... textsAndTimes) {
        ObjectNode chat = JSON.createObjectNode()
                .put("interactionId", "ext_1")
                .put("agentId", "agt_1")
                .put("customerId", "cust_1");
        ArrayNode messages = chat.putArray("messages");
        for (int i = 0; i < textsAndTimes.length; i += 2) {
            messages.add(message(textsAndTimes[i], textsAndTimes[i + 1]));
        }
        return chat;
    }

    static ObjectNode message(String text, String timestamp) {
        ObjectNode message = JSON.createObjectNode().put("text", text).put("timestamp", timestamp);
        message.putObject("from").put("id", "cust_1").put("type", "customer");
        message.putObject("to").put("id", "agt_1").put("type", "agent");
        return message;
    }

    static ObjectNode messages(int count, String text) {
        ObjectNode chat = chat();
        IntStream.range(0, count)
                .forEach(i -> ((ArrayNode) chat.get("messages")).add(message(text, "2024-06-15T09:00:00Z")));
        return chat;
    }

    static JsonNode payload(Injection injection) {
        try {
            return JSON.readTree(injection.payload());
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static List<String> texts(Injection injection) {
        return StreamSupport.stream(payload(injection).path("messages").spliterator(), false)
                .map(message -> message.path("text").asText())
                .toList();
    }

    private static void refused(JsonNode chat, boolean split, String words) {
        assertThatExceptionOfType(InvalidChat.class)
                .isThrownBy(() -> Injection.of(chat, false, split))
                .withMessage(words);
    }

    @Test
    void a_chat_becomes_what_the_vendor_takes() throws Exception {
        Injection injection = Injection.of(chat("Où est ma commande ? 😀", "2024-06-15T11:00:00+02:00"));
        assertThat(payload(injection))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"channel":"webchat","from":{"id":"agt_1","type":"agent"},
                                 "to":{"id":"cust_1","type":"customer"},"properties":{"interactionId":"ext_1"},
                                 "messages":[{"id":"msg_0","from":{"id":"cust_1","type":"customer"},
                                 "to":{"id":"agt_1","type":"agent"},"text":"Où est ma commande ? 😀",
                                 "timestamp":"2024-06-15T11:00:00+02:00","type":"text","format":"plain"}]}"""));
    }

    @Test
    void what_is_given_is_sent_as_it_is() {
        ObjectNode chat = chat("<b>Hi</b>", "2024-06-15T09:00:00Z");
        ((ObjectNode) chat.at("/messages/0"))
                .put("id", "m-1")
                .put("type", "event")
                .put("format", "html");
        JsonNode message = payload(Injection.of(chat)).at("/messages/0");
        assertThat(message.path("id").asText()).isEqualTo("m-1");
        assertThat(message.path("type").asText()).isEqualTo("event");
        assertThat(message.path("format").asText()).isEqualTo("html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/from | | messages[0].from: expected a JSON object, found nothing",
                "/to | | messages[0].to: expected a JSON object, found nothing",
                "/text | | messages[0].text: expected text, found nothing",
                "/timestamp | | messages[0].timestamp: expected text, found nothing",
                "/text | 5 | messages[0].text: expected text, found a number",
                "/text | null | messages[0].text: expected text, found null",
                "/text | \"\\ud83d\" | messages[0].text: expected text that can be written as UTF-8, found half of a surrogate pair",
                "/text | \"a \\ude00\\ud83d b\" | messages[0].text: expected text that can be written as UTF-8, found half of a surrogate pair",
                "/id | \"\\ud83d\" | messages[0].id: expected text that can be written as UTF-8, found half of a surrogate pair",
                "/id | \"\" | messages[0].id: expected 1 to 256 characters, none of them a control character, found none",
                "/from/id | 1 | messages[0].from.id: expected text, found a number",
                "/from/name | \"x\" | messages[0].from.name: unknown field, expected id, type",
                "/sentAt | \"x\" | messages[0].sentAt: unknown field, expected format, from, id, text, timestamp, to, type",
                "/timestamp | \"2024-06-15T09:00:00\" | messages[0].timestamp: expected a time by ISO 8601 with Z or an offset, such as 2024-06-15T09:00:00Z, found other text",
                "/timestamp | \"2024-06-31T09:00:00Z\" | messages[0].timestamp: expected a time by ISO 8601 with Z or an offset, such as 2024-06-15T09:00:00Z, found other text",
                "/timestamp | \"\" | messages[0].timestamp: expected a time by ISO 8601 with Z or an offset, such as 2024-06-15T09:00:00Z, found other text"
            })
    void an_error_names_message_and_field(String pointer, String value, String words) throws Exception {
        ObjectNode chat = chat("Hi", "2024-06-15T09:00:00Z");
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) chat.at("/messages/0" + pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, JSON.readTree(value));
        }
        refused(chat, false, words);
    }

    @Test
    void names_that_may_be_text_are_not_quoted() {
        ObjectNode chat = chat("Hi", "2024-06-15T09:00:00Z");
        ((ObjectNode) chat.at("/messages/0")).put("my card is 4111", 1);
        refused(
                chat,
                false,
                "messages[0]: unknown field of 15 characters, expected format, from, id, text, timestamp, to, type");
    }

    @Test
    void times_are_compared_as_instants_and_may_be_equal() {
        Injection.of(
                chat("a", "2024-06-15T11:00:00+02:00", "b", "2024-06-15T09:00:00Z", "c", "2024-06-15T09:00:00.250Z"));
        refused(
                chat("a", "2024-06-15T09:00:00.000000001Z", "b", "2024-06-15T11:00:00+02:00"),
                false,
                "messages[1].timestamp: expected no time before that of messages[0], found an earlier one");
    }

    @Test
    void sorting_keeps_messages_of_the_same_instant_in_their_order() {
        ObjectNode chat = chat(
                "late", "2024-06-15T09:00:01Z", "first", "2024-06-15T11:00:00+02:00", "second", "2024-06-15T09:00:00Z");
        assertThat(texts(Injection.of(chat, true, false).get(0))).containsExactly("first", "second", "late");
    }

    @Test
    void ids_are_unique_also_against_those_that_are_filled_in() {
        ObjectNode chat = chat("a", "2024-06-15T09:00:00Z", "b", "2024-06-15T09:00:00Z");
        ((ObjectNode) chat.at("/messages/0")).put("id", "msg_1");
        refused(chat, false, "messages[1].id: expected an id that no other message has, found that of messages[0]");
    }

    @Test
    void an_id_that_is_there_twice_is_named_where_it_stands_in_what_came() {
        ObjectNode chat = chat("c", "2024-06-15T09:00:02Z", "b", "2024-06-15T09:00:01Z", "a", "2024-06-15T09:00:00Z");
        ((ObjectNode) chat.at("/messages/0")).put("id", "m");
        ((ObjectNode) chat.at("/messages/2")).put("id", "m");
        assertThatExceptionOfType(InvalidChat.class)
                .isThrownBy(() -> Injection.of(chat, true, false))
                .withMessage("messages[2].id: expected an id that no other message has, found that of messages[0]");
    }

    @Test
    void five_hundred_messages_are_one_injection_and_one_more_is_none() {
        assertThat(Injection.of(messages(500, "x"), false, true)).hasSize(1);
        refused(messages(501, "x"), false, "messages: expected at most 500 messages, found 501");
        List<Injection> parts = Injection.of(messages(501, "x"), false, true);
        assertThat(parts).hasSize(2);
        assertThat(payload(parts.get(0)).path("properties").toString())
                .isEqualTo("{\"interactionId\":\"ext_1\",\"part\":1,\"parts\":2}");
        assertThat(payload(parts.get(1)).at("/messages/0/id").asText()).isEqualTo("msg_500");
    }

    @ParameterizedTest
    @CsvSource({"x,1", "é,2", "€,3", "😀,4", "'\"',2"})
    void a_mebibyte_is_counted_in_utf_8_to_the_byte(String character, int bytes) {
        int none = Injection.of(messages(1, "")).payload().length;
        String fits = character.repeat((MIB - none) / bytes) + "x".repeat((MIB - none) % bytes);
        assertThat(Injection.of(messages(1, fits)).payload()).hasSize(MIB);
        refused(
                messages(1, fits + "x"),
                false,
                "messages: expected at most 1048576 bytes of JSON in UTF-8, found 1048577");
    }

    @Test
    void a_message_that_alone_is_too_large_cannot_be_split() {
        ObjectNode chat = chat("a", "2024-06-15T09:00:00Z", "b".repeat(MIB), "2024-06-15T09:00:00Z");
        assertThatExceptionOfType(InvalidChat.class)
                .isThrownBy(() -> Injection.of(chat, false, true))
                .withMessageStartingWith("messages[1]: expected at most 1048576 bytes of JSON in UTF-8 for a part");
    }

    @Test
    void the_request_of_a_part_makes_that_part() {
        Injection part = Injection.of(messages(501, "x"), false, true).get(1);
        Injection again = Injection.of(JSON.valueToTree(part.request("cxone")));
        assertThat(again.payload()).isEqualTo(part.payload());
        assertThat(again.chat().account()).isEqualTo("cxone");
    }

    @Test
    void quotations_are_taken_out_of_what_the_vendor_says() {
        byte[] payload = Injection.of(chat(
                        "my pin is \"4711\", thanks",
                        "2024-06-15T09:00:00Z",
                        "ok",
                        "2024-06-15T09:00:00Z",
                        "tuna",
                        "2024-06-15T09:00:00Z"))
                .payload();
        assertThat(Unquoted.answer(
                        "{\"error\":\"Bad Request\",\"message\":\"my pin is \\\"4711\\\", thanks: not ok, tuna\"}",
                        payload))
                .isEqualTo("{\"error\":\"Bad Request\",\"message\":\"…: not ok, …\"}");
        assertThat(Unquoted.answer("cut: is \"4711\", than", payload)).isEqualTo("cut:…");
        assertThat(Unquoted.answer(null, payload)).isNull();
    }
}
