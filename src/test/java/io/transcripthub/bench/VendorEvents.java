package io.transcripthub.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How soon a vendor's event is answered, which means that it is on disk: bench/events.sh. The events are of
 * transcriptions that no job knows, from as many senders as a vendor may have.
 */
final class VendorEvents {
    private static final int SENDERS = 32;
    private static final String SECRET = "secret-of-the-bench";
    private static final double WANTED_MILLIS = 50;

    private final JsonClient http = new JsonClient();
    private final URI webhooks;
    private final int count;

    private VendorEvents(URI webhooks, int count) {
        this.webhooks = webhooks;
        this.count = count;
    }

    public static void main(String[] args) throws Exception {
        Process hub = new Workbench()
                .run(
                        MainJob.HEAP,
                        Map.of(
                                "genesys.webhook-secret",
                                SECRET,
                                "search.hosts",
                                "http://127.0.0.1:" + Workbench.freePort()));
        URI webhooks = URI.create(Workbench.awaitLine(hub.getErrorStream(), "hub: ready at"))
                .resolve("/webhooks/genesys");
        System.exit(new VendorEvents(webhooks, Integer.parseInt(args[0])).measure() ? 0 : 1);
    }

    private boolean measure() throws Exception {
        send("warm", true);
        Times forged = send("forged", false);
        Times kept = send("kept", true);
        System.out.printf(
                Locale.ROOT,
                "floor    a wrong signature, 401: median %.1f ms, p99 %.1f ms%n",
                forged.median(),
                forged.p99());
        System.out.printf(
                Locale.ROOT,
                "events   on disk, 202: median %.1f ms, p99 %.1f ms, %.0f a second%n",
                kept.median(),
                kept.p99(),
                kept.perSecond());
        System.out.printf(Locale.ROOT, "ratio    %.1f (median, against the floor)%n", kept.median() / forged.median());
        return kept.median() < WANTED_MILLIS;
    }

    /** In milliseconds, and events a second. */
    private record Times(double median, double p99, double perSecond) {}

    private Times send(String name, boolean signed) throws Exception {
        double[] millis = new double[count];
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        long begin = System.nanoTime();
        List<Future<?>> sent = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int first = sender;
            sent.add(senders.submit(() -> {
                for (int i = first; i < count; i += SENDERS) {
                    millis[i] = send(name + "-" + i, signed, signed ? 202 : 401);
                }
                return null;
            }));
        }
        for (Future<?> one : sent) {
            one.get();
        }
        senders.shutdown();
        double seconds = Workbench.secondsSince(begin);
        Arrays.sort(millis);
        return new Times(millis[count / 2], millis[count * 99 / 100], count / seconds);
    }

    private double send(String id, boolean signed, int expected) throws Exception {
        String body = "{\"id\":\"" + id + "\",\"type\":\"quality.transcription.completed\",\"transcriptionId\":\"tr-"
                + id + "\"}";
        HttpRequest request = HttpRequest.newBuilder(webhooks)
                .header("X-Genesys-Signature", signature(signed ? body : ""))
                .POST(BodyPublishers.ofString(body))
                .build();
        long begin = System.nanoTime();
        int status = http.status(request);
        double millis = (System.nanoTime() - begin) / 1e6;
        if (status != expected) {
            throw new IllegalStateException("an event was answered " + status);
        }
        return millis;
    }

    private static String signature(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
