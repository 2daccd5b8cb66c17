package io.transcripthub.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Simulated vendors on loopback: tokens, CXone's transcription of recordings, speech engines and interaction analytics,
 * Genesys Cloud's transcription of media, events that tell a
 * hub of ended ones, and a receiver of webhooks. It answers with invented {@link Calls}, misbehaves by {@link Faults}, and
 * holds everything in memory until it is closed.
 */
public final class Sandbox implements AutoCloseable {
    private final Recorder recorder = new Recorder();
    private final Webhooks webhooks = new Webhooks();
    private final EventCounts eventCounts = new EventCounts();
    private final Map<Vendor, Events> events = new EnumMap<>(Vendor.class);
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setUseDaemonThread(true)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final FaultInjection faults;
    private final Tokens tokens;
    private final SpeechEngines speech;
    private final ChatsApi chats;
    private final HttpServer server;

    private Sandbox(SandboxOptions options) {
        InstantSource time = options.time();
        faults = new FaultInjection(options.faults(), time, recorder);
        tokens = new Tokens(time, recorder);
        EventSender sender = new EventSender(vertx, eventCounts);
        for (Vendor vendor : Vendor.values()) {
            events.put(vendor, new Events(vendor, vertx, time, options.work(), faults, eventCounts, sender));
        }
        Responder responder = new Responder(vertx, faults, recorder);
        Gate gate = new Gate(time, faults, recorder, tokens, responder);
        speech = new SpeechEngines(recorder);
        chats = new ChatsApi(faults, recorder, gate);
        List<Api> apis = List.of(
                chats,
                new RecordingsApi(new Recordings(jobs("tr", options, Vendor.CXONE)), gate),
                new MediaApi(new Media(jobs("gt", options, Vendor.GENESYS)), gate),
                new Listing(time, gate),
                new SpeechApi(speech, faults, gate),
                new InteractionsApi(time, faults, gate),
                new TokenApi(time, tokens, faults, responder),
                new SandboxApi(time, faults, recorder, tokens, webhooks, eventCounts, responder));
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(SandboxDefaults.HOST)
                        .setPort(options.port())
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(new Endpoints(apis, responder));
    }

    private Jobs jobs(String kind, SandboxOptions options, Vendor vendor) {
        return new Jobs(kind, options.polls(), faults, recorder, events.get(vendor));
    }

    /** @throws UncheckedIOException when the port cannot be had */
    public static Sandbox start(SandboxOptions options) {
        Sandbox sandbox = new Sandbox(options);
        try {
            sandbox.server.listen().toCompletionStage().toCompletableFuture().join();
            return sandbox;
        } catch (CompletionException e) {
            sandbox.close();
            throw new UncheckedIOException(new IOException("cannot listen on %s:%d: %s"
                    .formatted(
                            SandboxDefaults.HOST, options.port(), e.getCause().getMessage())));
        }
    }

    public int port() {
        return server.actualPort();
    }

    /** Of the vendor's API, without a trailing slash; token and webhook paths hang under it too. */
    public URI baseUrl() {
        return URI.create("http://" + SandboxDefaults.HOST + ":" + port());
    }

    /** Takes Standard Webhooks. */
    public URI webhookUrl() {
        return baseUrl().resolve("/sandbox/webhooks");
    }

    public SandboxStats stats() {
        return recorder.stats(webhooks.stats(), eventCounts.stats());
    }

    /** The last hundred deliveries that were answered with 200, oldest first. */
    public List<ReceivedWebhook> webhooks() {
        return webhooks.last();
    }

    /** The last hundred chats that were injected, oldest first; one that came twice is there twice. */
    public List<ReceivedChat> chats() {
        return chats.last();
    }

    /**
     * Has a vendor tell a hub when a transcription that is accepted from now on has ended, well or not. What the hub does
     * not answer, or not with 2xx, 400 or 401, is repeated until the sandbox is closed.
     *
     * @param hubWebhook {@code /webhooks/<account>} of the hub
     * @param secret that the hub knows, too; empty to sign nothing
     */
    public void sendEvents(Vendor vendor, URI hubWebhook, String secret) {
        events.get(vendor).sendTo(hubWebhook, secret);
    }

    /** What the metrics of a speech engine's version say from now on; {@code samples} null for no counts. */
    public void recognise(String version, double errorRate, Long samples, double speechSeconds) {
        speech.recognise(version, new SpeechEngines.Recognised(errorRate, samples, speechSeconds));
    }

    /** Speech engines and webhooks as the vendor has them, with their ids. */
    public List<Map<String, Object>> speechEngines() {
        return speech.all().stream().map(JsonObject::getMap).toList();
    }

    /** Entries of the vendor's audit log, oldest first. */
    public List<Map<String, Object>> auditEntries() {
        return speech.auditEntries().stream().map(JsonObject::getMap).toList();
    }

    /** From now on; a job already accepted keeps its ending. */
    public void use(Faults newFaults) {
        faults.use(newFaults);
    }

    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** Closes all connections, also those that hang. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
