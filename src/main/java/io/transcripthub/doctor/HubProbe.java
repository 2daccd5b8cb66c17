package io.transcripthub.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.doctor.HttpProbe.Unreachable;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Whether a hub runs at the configured place, and what it says of itself. It is asked once. */
final class HubProbe {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final HttpProbe http;
    private final FutureTask<Optional<JsonNode>> health = new FutureTask<>(this::ask);

    HubProbe(Settings settings, HttpProbe http) {
        this.settings = settings;
        this.http = http;
    }

    Diagnosis diagnosis() throws Exception {
        Optional<JsonNode> answer = health();
        if (answer.isEmpty()) {
            return isFree()
                    ? Diagnosis.none("none runs at " + place())
                    : Diagnosis.failed(
                            "another program listens at " + place() + "; stop it, or choose another hub.http.port");
        }
        return answer.get().path("status").asText().equals("UP")
                ? Diagnosis.ok("runs at " + place())
                : Diagnosis.failed("runs at " + place() + ", but its health is DOWN: " + down(answer.get()));
    }

    boolean runs() throws Exception {
        return health().isPresent();
    }

    /** Whether a search over the hub's API is answered. */
    boolean searches() throws InterruptedException {
        try {
            URI search = URI.create("http://" + place() + "/api/v1/search?q=doctor");
            return http.get(search, settings.get("hub.api-key")).status() == 200;
        } catch (Unreachable gone) {
            return false;
        }
    }

    private Optional<JsonNode> health() throws Exception {
        health.run();
        return health.get();
    }

    private Optional<JsonNode> ask() throws InterruptedException {
        try {
            JsonNode answer = JSON.readTree(http.ask("GET", URI.create("http://" + place() + "/observe/health"))
                    .body());
            return Optional.ofNullable(answer).filter(each -> each.has("status"));
        } catch (Unreachable | JsonProcessingException none) {
            return Optional.empty();
        }
    }

    private static String down(JsonNode health) {
        return StreamSupport.stream(health.path("checks").spliterator(), false)
                .filter(check -> !check.path("status").asText().equals("UP"))
                .map(check -> check.path("name").asText())
                .collect(Collectors.joining(", ", "", "; see its log"));
    }

    /** Taken and given back at once. */
    private boolean isFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(
                    InetAddress.getByName(settings.get("hub.http.host")), settings.number("hub.http.port")));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    String place() {
        return settings.get("hub.http.host") + ":" + settings.get("hub.http.port");
    }
}
