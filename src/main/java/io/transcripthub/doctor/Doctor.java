package io.transcripthub.doctor;

import io.transcripthub.network.Connections;
import io.transcripthub.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at everything that a hub with these settings needs, side by side, and changes nothing. */
public final class Doctor {
    /** Time that a request may take. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A check may need two requests. */
    private static final Duration LONGEST = PATIENCE.multipliedBy(2).plusSeconds(1);

    private Doctor() {}

    /**
     * The diagnosis of each subject, in the order of the checks.
     *
     * @param more checks than those that are listed here
     * @throws io.transcripthub.settings.InvalidSetting when certificates or keys that are configured cannot be used
     */
    public static Map<String, Diagnosis> examine(Settings settings, InstantSource clock, Check... more) {
        try (HttpProbes http = new HttpProbes(new Connections(settings, clock))) {
            List<Check> checks = checks(settings, clock, http);
            checks.addAll(List.of(more));
            return examine(settings, checks);
        }
    }

    /** Every check; a further one is a class and a line here. */
    private static List<Check> checks(Settings settings, InstantSource clock, HttpProbes http) {
        HubProbe hub = new HubProbe(settings, http.direct());
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("hub", hub::diagnosis));
        checks.add(new Check("proxy", new ProxyCheck(http.connections())));
        checks.add(new Check("tls", new TlsCheck(http.connections())));
        TokenCheck.all(settings, http).forEach(checks::add);
        checks.add(new Check(
                "search", new SearchCheck(settings, hub, http.connections().to("search"))));
        checks.add(new Check("webhook", new WebhookCheck(settings, "webhook.url", http.to("webhook"))));
        checks.add(new Check("database", new DatabaseCheck(settings, hub)));
        checks.add(new Check("data folder", new FolderCheck(settings, "hub.data-dir")));
        checks.add(new Check("audit folder", new FolderCheck(settings, "audit.dir")));
        checks.add(new Check("inbox", new FolderCheck(settings, "hub.inbox")));
        checks.add(new Check("chat key", new ChatKeyCheck(settings)));
        checks.add(new Check("chat archive folder", new FolderCheck(settings, "chat.archive-dir")));
        checks.add(new Check("chat archive", new WebhookCheck(settings, "chat.archive-url", http.to("chat"))));
        checks.add(new Check("clock", new ClockCheck(settings, clock, http)));
        return checks;
    }

    private static Map<String, Diagnosis> examine(Settings settings, List<Check> checks) {
        ExecutorService threads = Executors.newCachedThreadPool(Doctor::background);
        List<CompletableFuture<Diagnosis>> under = checks.stream()
                .map(check -> CompletableFuture.supplyAsync(check::diagnosis, threads)
                        .completeOnTimeout(tooLong(), LONGEST.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        Map<String, Diagnosis> diagnoses = new LinkedHashMap<>();
        for (int i = 0; i < checks.size(); i++) {
            Diagnosis found = under.get(i).join();
            diagnoses.put(
                    checks.get(i).subject(), new Diagnosis(found.verdict(), settings.withoutSecrets(found.words())));
        }
        threads.shutdownNow();
        return diagnoses;
    }

    private static Diagnosis tooLong() {
        return Diagnosis.failed("no result within " + LONGEST.toSeconds() + " s");
    }

    private static Thread background(Runnable work) {
        Thread thread = new Thread(work, "doctor");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether any of them has failed. */
    public static boolean healthy(Stream<Diagnosis> diagnoses) {
        return diagnoses.noneMatch(each -> each.verdict() == Diagnosis.Verdict.FAILED);
    }
}
