package io.transcripthub.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is said in an invented conversation: of one of five subjects, in one of four moods. */
final class Talk {
    private static final Map<String, List<String>> PHRASES = read();
    private static final List<String> SUBJECTS = List.of("billing", "delivery", "internet", "booking", "account");
    private static final List<String> MOODS = List.of("glad", "glad", "angry", "calm", "won");
    private static final int SECONDS_A_LINE = 11;
    private static final int LONGEST = 6;

    private final Random random;
    private final String subject;
    private final String mood;
    private final String disposition;
    private final List<JsonObject> lines = new ArrayList<>();

    private Talk(long number) {
        random = new Random(Dice.mix(number));
        subject = one(SUBJECTS);
        mood = one(MOODS);
        disposition = ended();
        say("system", "The conversation is recorded.");
        say("agent", one("greeting"));
        say("customer", one(subject));
        for (int turns = 1 + random.nextInt(LONGEST); turns > 0; turns--) {
            say("agent", one("agent"));
            say("customer", one(subject));
            say("customer", one(mood.equals("won") ? "angry" : mood));
        }
        say("customer", one("personal"));
        say("agent", one("agent"));
        say("customer", one(mood.equals("won") ? "glad" : mood));
        say("agent", one("farewell"));
    }

    static Talk of(long number) {
        return new Talk(number);
    }

    int seconds() {
        return lines.size() * SECONDS_A_LINE;
    }

    private String ended() {
        int chance = random.nextInt(10);
        if (mood.equals("angry")) {
            return chance < 5 ? "escalated" : chance < 8 ? "abandoned" : "resolved";
        }
        return chance < 7 ? "resolved" : chance < 9 ? "callback" : "unknown";
    }

    String disposition() {
        return disposition;
    }

    JsonArray lines(Instant start) {
        JsonArray transcript = new JsonArray();
        for (int i = 0; i < lines.size(); i++) {
            Instant time = start.plusSeconds((long) i * SECONDS_A_LINE);
            transcript.add(lines.get(i).copy().put("timestamp", time.toString()));
        }
        return transcript;
    }

    private void say(String author, String text) {
        lines.add(new JsonObject()
                .put("author", new JsonObject().put("type", author))
                .put("text", text));
    }

    private String one(String kind) {
        return one(PHRASES.get(kind));
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = Talk.class.getResourceAsStream("talk.txt")) {
            Map<String, List<String>> phrases = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int bar = line.indexOf('|');
                phrases.computeIfAbsent(line.substring(0, bar).strip(), kind -> new ArrayList<>())
                        .add(line.substring(bar + 1).strip());
            });
            return phrases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
