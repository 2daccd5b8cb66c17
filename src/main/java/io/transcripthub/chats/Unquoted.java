package io.transcripthub.chats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody said about a chat, without what they quoted of its messages. */
public final class Unquoted {
    /** A run of as many characters that stands in both is a quotation. */
    private static final int RUN = 12;

    /** A shorter message is a quotation when it stands there as a whole; the shortest ones are everyday words. */
    private static final int SHORTEST = 4;

    private static final int MOST_READ = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Unquoted() {}

    /**
     * @param body of an answer, JSON or not; may be null
     * @param payload what was sent
     */
    public static String answer(String body, byte[] payload) {
        if (body == null) {
            return null;
        }
        List<String> texts = texts(payload);
        try {
            JsonNode answer = JSON.readTree(body);
            return answer.isContainerNode() ? without(answer, texts).toString() : words(body, texts);
        } catch (JsonProcessingException plain) {
            return words(body, texts);
        }
    }

    private static JsonNode without(JsonNode answer, List<String> texts) {
        if (answer.isTextual()) {
            return TextNode.valueOf(words(answer.textValue(), texts));
        }
        if (answer instanceof ArrayNode list) {
            ArrayNode kept = JSON.createArrayNode();
            list.forEach(item -> kept.add(without(item, texts)));
            return kept;
        }
        if (answer instanceof ObjectNode object) {
            ObjectNode kept = JSON.createObjectNode();
            object.properties()
                    .forEach(member -> kept.set(words(member.getKey(), texts), without(member.getValue(), texts)));
            return kept;
        }
        return answer;
    }

    private static String words(String said, List<String> texts) {
        String words = said.length() > MOST_READ ? said.substring(0, MOST_READ) : said;
        BitSet quoted = new BitSet(words.length());
        Map<String, List<Integer>> runs = runs(words);
        for (String text : texts) {
            if (text.length() >= RUN) {
                markRuns(text, runs, quoted);
            } else if (text.length() >= SHORTEST) {
                markWhole(text, words, quoted);
            }
        }
        return without(words, quoted);
    }

    private static Map<String, List<Integer>> runs(String words) {
        Map<String, List<Integer>> runs = new HashMap<>();
        for (int i = 0; i + RUN <= words.length(); i++) {
            runs.computeIfAbsent(words.substring(i, i + RUN), run -> new ArrayList<>(1))
                    .add(i);
        }
        return runs;
    }

    private static void markRuns(String text, Map<String, List<Integer>> runs, BitSet quoted) {
        for (int i = 0; i + RUN <= text.length(); i++) {
            for (int at : runs.getOrDefault(text.substring(i, i + RUN), List.of())) {
                quoted.set(at, at + RUN);
            }
        }
    }

    private static void markWhole(String text, String words, BitSet quoted) {
        for (int at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + 1)) {
            quoted.set(at, at + text.length());
        }
    }

    private static String without(String words, BitSet quoted) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            if (!quoted.get(i)) {
                kept.append(words.charAt(i));
            } else if (i == 0 || !quoted.get(i - 1)) {
                kept.append('…');
            }
        }
        return kept.toString();
    }

    private static List<String> texts(byte[] payload) {
        try {
            List<String> texts = new ArrayList<>();
            for (JsonNode message : JSON.readTree(payload).path("messages")) {
                texts.add(message.path("text").asText());
            }
            return texts;
        } catch (IOException impossible) {
            throw new IllegalStateException("a payload is JSON");
        }
    }
}
