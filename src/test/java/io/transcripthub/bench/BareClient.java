package io.transcripthub.bench;

import io.transcripthub.accounts.TokenRequest;
import io.transcripthub.sandbox.Call;
import io.transcripthub.sandbox.Calls;
import io.transcripthub.sandbox.SandboxDefaults;
import io.transcripthub.search.EmbeddedSearch;
import io.transcripthub.search.IndexItem;
import io.transcripthub.search.SearchIndex;
import io.transcripthub.search.SearchServer;
import io.transcripthub.webhook.StandardWebhook;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * The floor of the main job: the very calls that the hub makes (submit, four polls a second apart, bulk requests,
 * signed webhooks), as Vert.x makes them, and nothing else: no ledger, no redaction, no score, no audit, no second try.
 * What was in flight is lost when it ends. It runs on one event loop, beside its own embedded search.
 */
final class BareClient {
    private static final long POLL_MILLIS = 1_000;
    private static final int BULK = 100;
    private static final int BULKS_IN_FLIGHT = 3;
    private static final String INDEX = "transcripts";

    private final Vertx vertx = Vertx.vertx();
    private final WebClient client =
            WebClient.create(vertx, new WebClientOptions().setMaxPoolSize(500).setFollowRedirects(false));
    private final StandardWebhook webhook = new StandardWebhook("whsec_YSBzZWNyZXQgb2YgdGhlIGJlbmNobWFyaw==");
    private final Queue<JsonObject> documents = new ArrayDeque<>();
    private final URI vendor;
    private final URI search;
    private String token;
    private int bulksInFlight;
    private CountDownLatch open;

    private BareClient(URI vendor, URI search) {
        this.vendor = vendor;
        this.search = search;
    }

    /** @param args the sandbox's URL, the folder of the search server's jars, its data folder, how many recordings */
    public static void main(String[] args) throws Exception {
        try (EmbeddedSearch search = EmbeddedSearch.start(Path.of(args[2]), Path.of(args[1]), 0)) {
            prepareIndex(search);
            BareClient bare = new BareClient(URI.create(args[0]), search.address());
            int recordings = Integer.parseInt(args[3]);
            bare.fetchToken();
            bare.run("bare-warm", recordings);
            System.out.println("warm");
            System.in.read();
            System.out.println("counted in " + bare.run("bare-counted", recordings));
            System.in.read();
        }
        System.exit(0);
    }

    /** The hub's own mappings, so that the search server has the same to do. */
    private static void prepareIndex(EmbeddedSearch search) {
        try (SearchIndex index = new SearchIndex(SearchServer.of(search.address()), INDEX)) {
            index.put(new IndexItem("first", "{}"));
        }
    }

    private void fetchToken() throws Exception {
        TokenRequest request =
                new TokenRequest("cxone", "", SandboxDefaults.CLIENT_ID, SandboxDefaults.CLIENT_SECRET, "");
        token = client.postAbs(vendor + "/api/v2/auth/oauth2/token")
                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                .sendBuffer(Buffer.buffer(request.form()))
                .map(answer -> answer.bodyAsJsonObject().getString("access_token"))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    /** @return seconds */
    private double run(String name, int recordings) throws InterruptedException {
        open = new CountDownLatch(2 * recordings);
        long begin = System.nanoTime();
        vertx.runOnContext(loop -> {
            for (int i = 0; i < recordings; i++) {
                submit(name, i);
            }
        });
        open.await();
        return Workbench.secondsSince(begin);
    }

    private void submit(String name, int index) {
        Call call = Calls.all().get(index % Calls.all().size());
        JsonObject body = new JsonObject()
                .put("recordingId", MainJob.recordingId(name, index, call))
                .put("languageCode", call.language())
                .put("speakerDiarization", true)
                .put("punctuationRestoration", true)
                .put("profanityMasking", true)
                .put("outputFormat", "json")
                .put("maxRetries", 3);
        authorized(client.postAbs(vendor + "/api/v2/recordings/transcriptions"))
                .sendJsonObject(body)
                .onSuccess(answer -> pollLater(good(answer).bodyAsJsonObject().getString("transcriptionId")))
                .onFailure(BareClient::give);
    }

    private void pollLater(String id) {
        vertx.setTimer(
                POLL_MILLIS, timer -> authorized(client.getAbs(vendor + "/api/v2/recordings/transcriptions/" + id))
                        .send()
                        .onSuccess(answer -> polled(id, good(answer).bodyAsJsonObject()))
                        .onFailure(BareClient::give));
    }

    private void polled(String id, JsonObject answer) {
        if (!answer.getString("status").equals("COMPLETED")) {
            pollLater(id);
            return;
        }
        JsonObject document = document(id, answer);
        documents.add(document);
        bulk();
        announce(document);
    }

    private static JsonObject document(String id, JsonObject answer) {
        JsonArray segments = answer.getJsonObject("transcript").getJsonArray("segments");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            text.append(segments.getJsonObject(i).getString("text")).append(' ');
        }
        return new JsonObject()
                .put("transcriptionId", id)
                .put("recordingId", answer.getString("recordingId"))
                .put("account", "cxone")
                .put("language", answer.getString("languageCode"))
                .put("text", text.toString())
                .put("utterances", segments)
                .put("indexed_at", Instant.now().toString());
    }

    private void bulk() {
        if (bulksInFlight == BULKS_IN_FLIGHT || documents.isEmpty()) {
            return;
        }
        bulksInFlight++;
        Buffer lines = Buffer.buffer();
        int count = 0;
        for (; count < BULK && !documents.isEmpty(); count++) {
            JsonObject document = documents.remove();
            lines.appendString("{\"index\":{\"_id\":\"cxone-" + document.getString("transcriptionId") + "\"}}\n")
                    .appendString(document.encode())
                    .appendString("\n");
        }
        int sent = count;
        client.postAbs(search + "/" + INDEX + "/_bulk")
                .putHeader("Content-Type", "application/x-ndjson")
                .sendBuffer(lines)
                .onSuccess(answer -> indexed(good(answer).bodyAsJsonObject(), sent))
                .onFailure(BareClient::give);
    }

    private void indexed(JsonObject answer, int sent) {
        if (answer.getBoolean("errors")) {
            throw new IllegalStateException("the search server refused a document");
        }
        bulksInFlight--;
        for (int i = 0; i < sent; i++) {
            open.countDown();
        }
        bulk();
    }

    private void announce(JsonObject document) {
        JsonObject data = new JsonObject()
                .put("account", "cxone")
                .put("recordingId", document.getString("recordingId"))
                .put("transcriptionId", document.getString("transcriptionId"))
                .put("status", "COMPLETED")
                .put("segments", document.getJsonArray("utterances"))
                .put("processedAt", document.getString("indexed_at"));
        byte[] body = new JsonObject()
                .put("type", "transcript.completed")
                .put("timestamp", document.getString("indexed_at"))
                .put("data", data)
                .toBuffer()
                .getBytes();
        HttpRequest<Buffer> request = client.postAbs(vendor + "/sandbox/webhooks");
        webhook.headers("evt_" + UUID.randomUUID(), Instant.now(), body).forEach(request::putHeader);
        Future<HttpResponse<Buffer>> sent =
                request.putHeader("Content-Type", "application/json").sendBuffer(Buffer.buffer(body));
        sent.onSuccess(answer -> {
                    good(answer);
                    open.countDown();
                })
                .onFailure(BareClient::give);
    }

    private HttpRequest<Buffer> authorized(HttpRequest<Buffer> request) {
        return request.bearerTokenAuthentication(token).putHeader("Accept", "application/json");
    }

    private static HttpResponse<Buffer> good(HttpResponse<Buffer> answer) {
        if (answer.statusCode() / 100 != 2) {
            give(new IllegalStateException("answered " + answer.statusCode() + ": " + answer.bodyAsString()));
        }
        return answer;
    }

    /** It has no second try. */
    private static void give(Throwable fault) {
        System.err.println("bare client: " + fault);
        Runtime.getRuntime().halt(1);
    }
}
