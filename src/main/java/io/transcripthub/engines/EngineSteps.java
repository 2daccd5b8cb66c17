package io.transcripthub.engines;

import java.util.Map;
import java.util.stream.Stream;

/** The steps that bring an engine's file to the vendor, by the names that they have in the ledger and in routes. */
final class EngineSteps {
    static final String CREATE = "create";
    static final String DESCRIPTION = "description";
    static final String AUDIO = "audio";
    static final String SPLIT = "split";
    static final String AUDIT = "audit";
    static final String MOVE = "move";
    private static final String WEBHOOK = "webhook ";

    private final Engine engine;

    EngineSteps(Engine engine) {
        this.engine = engine;
    }

    /** One for each webhook, in the order of the file. */
    Stream<String> webhooks() {
        return engine.webhooks().stream().map(EngineSteps::step);
    }

    private static String step(Engine.Webhook webhook) {
        return WEBHOOK + webhook.name();
    }

    /** Whether it is the step of a webhook that the file does not have. */
    boolean isLeftover(String step) {
        return step.startsWith(WEBHOOK) && webhooks().noneMatch(step::equals);
    }

    /** The webhook that a step is about. */
    Engine.Webhook webhook(String step) {
        return engine.webhooks().stream()
                .filter(webhook -> step(webhook).equals(step))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What a step's request says.
     *
     * @param id the vendor's of the version, which only webhooks need
     */
    Map<String, Object> body(String step, String id) {
        return switch (step) {
            case CREATE -> EngineBodies.creation(engine);
            case DESCRIPTION -> EngineBodies.description(engine);
            case AUDIO -> EngineBodies.audio(engine);
            case SPLIT -> EngineBodies.split(engine.trafficSplit());
            default -> EngineBodies.webhook(webhook(step), id);
        };
    }

    /** Of what the step brings, so that a change shows. */
    String digest(String step, String id) {
        return EngineBodies.digest(
                step.equals(AUDIT) ? EngineSettings.of(engine).json() : body(step, id));
    }
}
