package io.transcripthub.chats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class InjectionPropertiesTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 300)
    void parts_are_within_the_limits_and_lose_nothing(
            @ForAll("texts") List<String> texts, @ForAll @IntRange(min = 1, max = 7) int most) {
        ObjectNode chat = InjectionTest.chat();
        texts.forEach(
                text -> ((ArrayNode) chat.get("messages")).add(InjectionTest.message(text, "2024-06-15T09:00:00Z")));
        ChatLimits limits = new ChatLimits(most, 1_200);

        List<Injection> parts = Injection.of(chat, false, true, limits);

        List<String> sent = new ArrayList<>();
        for (Injection part : parts) {
            JsonNode payload = InjectionTest.payload(part);
            assertThat(part.payload().length).isLessThanOrEqualTo(limits.bytes());
            assertThat(payload.path("messages").size()).isBetween(1, most);
            assertThat(payload.at("/properties/part").asInt(1)).isEqualTo(parts.indexOf(part) + 1);
            assertThat(payload.at("/properties/parts").asInt(1)).isEqualTo(parts.size());
            payload.path("messages")
                    .forEach(message -> sent.add(message.path("text").asText()));
        }
        assertThat(sent).isEqualTo(texts);
    }

    @Property(tries = 300)
    void sorted_messages_are_in_order_and_all_there(@ForAll("seconds") List<Integer> seconds) {
        ObjectNode chat = InjectionTest.chat();
        for (int i = 0; i < seconds.size(); i++) {
            String offset = i % 2 == 0 ? "+00:00" : "+01:00";
            String time = String.format("2024-06-15T%02d:00:%02d%s", i % 2 == 0 ? 8 : 9, seconds.get(i), offset);
            ((ArrayNode) chat.get("messages")).add(InjectionTest.message(seconds.get(i) + "#" + i, time));
        }

        JsonNode messages =
                InjectionTest.payload(Injection.of(chat, true, false).get(0)).path("messages");

        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            order.add(i);
        }
        order.sort(java.util.Comparator.comparing(seconds::get));
        List<String> expected =
                order.stream().map(i -> seconds.get(i) + "#" + i).toList();
        List<String> found = new ArrayList<>();
        messages.forEach(message -> found.add(message.path("text").asText()));
        assertThat(found).isEqualTo(expected);
    }

    /** Whatever comes in, what goes out is JSON in UTF-8, or an error in words that quote nothing of it. */
    @Property(tries = 1_000)
    void hostile_input_is_refused_in_words_that_do_not_quote_it(@ForAll("hostile") JsonNode input) {
        try {
            byte[] payload = Injection.of(input).payload();
            String text = new String(payload, StandardCharsets.UTF_8);
            assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(payload);
            assertThat(text).doesNotContain("\ufffd");
        } catch (InvalidChat refused) {
            assertThat(refused.getMessage()).doesNotContain("Przybylska").contains("expected");
        }
    }

    @Property(tries = 300)
    void what_is_sealed_opens_in_its_own_row_only(@ForAll byte[] text, @ForAll @IntRange(max = 1_000) int flipped) {
        ChatSeal seal = new ChatSeal(TestKey.FIRST);
        String sealed = seal.seal("job_1", text);
        assertThat(seal.open("job_1", sealed)).isEqualTo(text);
        assertThat(seal.seal("job_1", text)).isNotEqualTo(sealed);
        refused(seal, "job_2", sealed);
        refused(new ChatSeal(TestKey.SECOND), "job_1", sealed);
        int at = sealed.lastIndexOf('.') + 1 + flipped % (sealed.length() - sealed.lastIndexOf('.') - 5);
        char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
        refused(seal, "job_1", sealed.substring(0, at) + other + sealed.substring(at + 1));
    }

    private static void refused(ChatSeal seal, String row, String sealed) {
        org.assertj.core.api.Assertions.assertThatExceptionOfType(UnreadableChat.class)
                .isThrownBy(() -> seal.open(row, sealed));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("aé€\"\\\n\u0000")
                .ofMaxLength(60)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Integer>> seconds() {
        return Arbitraries.integers().between(0, 9).list().ofMinSize(1).ofMaxSize(30);
    }

    @Provide
    Arbitrary<JsonNode> hostile() {
        Arbitrary<JsonNode> values = Arbitraries.of(
                NODES.textNode("Przybylska"),
                NODES.textNode("\ud83d"),
                NODES.textNode("\ude00\ud83d"),
                NODES.textNode("\u0000"),
                NODES.textNode(""),
                NODES.textNode("2024-06-15T09:00:00Z"),
                NODES.textNode("9".repeat(400)),
                NODES.numberNode(1e308),
                NODES.booleanNode(true),
                NODES.nullNode(),
                NODES.arrayNode(),
                NODES.objectNode().put("Przybylska again", 1),
                NODES.objectNode().put("id", "\ud83d").put("type", "x"));
        Arbitrary<String> places = Arbitraries.of(
                "/account",
                "/interactionId",
                "/agentId",
                "/messages",
                "/properties",
                "/Przybylska Przybylska",
                "/messages/0/id",
                "/messages/0/from",
                "/messages/0/text",
                "/messages/0/timestamp",
                "/messages/1/type",
                "/messages/1/to/id",
                "/messages/1/Przybylska and more than forty characters of it");
        return net.jqwik.api.Combinators.combine(places.list().ofMaxSize(3), values)
                .as(InjectionPropertiesTest::spoilt);
    }

    private static JsonNode spoilt(List<String> places, JsonNode value) {
        ObjectNode chat = InjectionTest.chat("Hi", "2024-06-15T09:00:00Z", "Ho", "2024-06-15T09:00:00Z");
        for (String place : places.isEmpty() ? Collections.<String>emptyList() : places) {
            int last = place.lastIndexOf('/');
            if (chat.at(place.substring(0, last)) instanceof ObjectNode parent) {
                parent.set(place.substring(last + 1), value.deepCopy());
            }
        }
        return chat;
    }
}
