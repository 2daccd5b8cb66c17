package io.transcripthub.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The hub's main job beside a {@link BareClient} that makes the same calls, in one run: bench/wire.sh. */
final class Wire {
    private static final double WANTED_H2 = 0.4;
    private static final double WANTED_POSTGRESQL = 0.3;

    private final Workbench bench = new Workbench();
    private final int recordings;

    private Wire(int recordings) throws IOException {
        this.recordings = recordings;
    }

    public static void main(String[] args) throws Exception {
        Wire wire = new Wire(Integer.parseInt(args[0]));
        System.exit(wire.measure() ? 0 : 1);
    }

    private boolean measure() throws Exception {
        MainJob job = new MainJob(bench, recordings);
        Measured first = bare();
        System.out.println("\nhub, ledger in H2");
        Measured h2 = job.measure("", Map.of());
        System.out.println("\nhub, ledger in PostgreSQL");
        Measured postgres = onPostgres(job);
        Measured second = bare();
        double bare = (first.perSecond() + second.perSecond()) / 2;
        System.out.println();
        System.out.println(first.line("bare client, before", bare));
        System.out.println(second.line("bare client, after", bare));
        System.out.println(h2.line("hub, H2", bare));
        System.out.println(postgres.line("hub, PostgreSQL", bare));
        return h2.perSecond() / bare >= WANTED_H2 && postgres.perSecond() / bare >= WANTED_POSTGRESQL;
    }

    private static Measured onPostgres(MainJob job) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            return job.measure(
                    "",
                    Map.of(
                            "hub.db.url", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                            "hub.db.username", "postgres",
                            "hub.db.password", "postgres"));
        }
    }

    private Measured bare() throws Exception {
        Process sandbox = bench.hub("", List.of("sandbox", "--port", "0", "--polls", "4"));
        URI vendor = URI.create(Workbench.awaitLine(sandbox.getInputStream(), "base URL"));
        Process client = bench.program(
                BareClient.class,
                vendor.toString(),
                Path.of("target", "search-server").toString(),
                Files.createTempDirectory(bench.folder(), "search").toString(),
                Integer.toString(recordings));
        Workbench.show(client.getErrorStream());
        BufferedReader said =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        await(said, "warm");
        Duration own = Workbench.cpu(client);
        Duration vendors = Workbench.cpu(sandbox);
        goOn(client);
        double seconds = Double.parseDouble(await(said, "counted in"));
        Measured measured = new Measured(
                recordings,
                seconds,
                Workbench.cpu(client).minus(own),
                Workbench.cpu(sandbox).minus(vendors));
        goOn(client);
        Workbench.stop(client);
        Workbench.stop(sandbox);
        return measured;
    }

    private static String await(BufferedReader said, String start) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(start)) {
                return line.substring(start.length()).strip();
            }
            System.err.println(line);
        }
        throw new IllegalStateException("the bare client ended without saying '" + start + "'");
    }

    private static void goOn(Process client) throws IOException {
        client.getOutputStream().write('\n');
        client.getOutputStream().flush();
    }
}
