package io.transcripthub.bench;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long {@code run} takes from its start to its first answer: bench/first-answer.sh. */
final class FirstAnswer {
    private static final double WANTED_SECONDS = 3;

    private final Workbench bench;
    private final JsonClient http = new JsonClient();

    private FirstAnswer(Workbench bench) {
        this.bench = bench;
    }

    public static void main(String[] args) throws Exception {
        FirstAnswer answer = new FirstAnswer(new Workbench());
        double[] seconds = new double[Integer.parseInt(args[0])];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = answer.seconds(i);
        }
        Arrays.sort(seconds);
        double median = seconds[seconds.length / 2];
        System.out.printf(Locale.ROOT, "median   %.2f s (wanted: below %.0f s)%n", median, WANTED_SECONDS);
        System.exit(median < WANTED_SECONDS ? 0 : 1);
    }

    private double seconds(int index) throws Exception {
        int port = Workbench.freePort();
        URI summary = URI.create("http://127.0.0.1:" + port + "/api/v1/jobs/summary");
        String closed = "http://127.0.0.1:" + Workbench.freePort();
        List<String> arguments = List.of(
                "run",
                "--config",
                bench.noSettings().toString(),
                "--set=hub.http.port=" + port,
                "--set=hub.data-dir=" + bench.folder().resolve("data-" + index),
                "--set=search.hosts=" + closed);
        long begin = System.nanoTime();
        Process hub = bench.hub("", arguments);
        Workbench.show(hub.getInputStream());
        Workbench.show(hub.getErrorStream());
        while (!answers(summary)) {
            if (!hub.isAlive() || Workbench.secondsSince(begin) > 60) {
                throw new IllegalStateException("the hub does not answer");
            }
            Thread.sleep(10);
        }
        double seconds = Workbench.secondsSince(begin);
        System.out.printf(
                Locale.ROOT,
                "start %d  %.2f s, %.2f s of CPU%n",
                index + 1,
                seconds,
                Workbench.cpu(hub).toMillis() / 1e3);
        Workbench.stop(hub);
        return seconds;
    }

    private boolean answers(URI address) throws Exception {
        try {
            return http.status(HttpRequest.newBuilder(address).build()) == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }
}
