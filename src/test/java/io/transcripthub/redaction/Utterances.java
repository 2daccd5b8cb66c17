package io.transcripthub.redaction;

import java.util.List;

/** Calls for tests: all by one speaker, or written as {@code agent: ..} and {@code customer: ..}. */
final class Utterances {
    private Utterances() {}

    static List<Spoken> of(List<String> texts) {
        return texts.stream().map(text -> new Spoken("customer", text)).toList();
    }

    /** @param lines {@code a: ..} for the agent, {@code c: ..} for the customer */
    static List<Spoken> dialogue(String... lines) {
        return List.of(lines).stream()
                .map(line -> new Spoken(line.substring(0, 1), line.substring(3)))
                .toList();
    }
}
