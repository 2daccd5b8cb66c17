package io.transcripthub.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.transcripthub.accounts.Account;
import io.transcripthub.ledger.DeliveryState;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.JobState;
import io.transcripthub.ledger.LedgerView;
import io.transcripthub.ledger.LedgerView.Count;
import io.transcripthub.ledger.Outcome;
import io.transcripthub.ledger.Step;
import io.transcripthub.ledger.Transcribed;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The hub's own metrics. No id ever becomes a label. */
final class HubMetrics implements Consumer<Step> {
    private static final int MOST_ENGINES = 20;

    private final MeterRegistry registry;
    private final Set<String> engines = ConcurrentHashMap.newKeySet();

    HubMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Gauges that are read from the ledger whenever somebody looks. */
    void watch(LedgerView ledger, Collection<Account> accounts, Collection<String> sinks) {
        for (Account account : accounts) {
            for (JobState state : JobState.values()) {
                gauge("hub_jobs", ledger, count -> isJob(count, account.name(), state))
                        .tag("account", account.name())
                        .tag("state", state.name())
                        .register(registry);
            }
        }
        for (String sink : sinks) {
            gauge("hub_dead_letters", ledger, count -> isDeadLetter(count, sink))
                    .tag("sink", sink)
                    .register(registry);
        }
    }

    private static Gauge.Builder<?> gauge(String name, LedgerView ledger, Predicate<Count> counted) {
        return Gauge.builder(name, () -> ledger.counts().stream()
                .filter(counted)
                .mapToLong(Count::rows)
                .sum());
    }

    private static boolean isJob(Count count, String account, JobState state) {
        return count.sink() == null
                && count.account().equals(account)
                && count.state().equals(state.name());
    }

    private static boolean isDeadLetter(Count count, String sink) {
        return sink.equals(count.sink()) && count.state().equals(DeliveryState.DEAD.name());
    }

    @Override
    public void accept(Step step) {
        if (step instanceof Step.OfDelivery delivery) {
            String outcome = delivery.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT);
            registry.counter("hub_deliveries", "sink", delivery.delivery().sink(), "outcome", outcome)
                    .increment();
        } else if (step instanceof Step.OfNotice notice) {
            String outcome = notice.outcome().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
            registry.counter("hub_deliveries", "sink", notice.notice().sink(), "outcome", outcome)
                    .increment();
        } else if (step instanceof Step.OfJob job && job.outcome() instanceof Outcome.Completed completed) {
            completed(job.after().account(), job.after().recording().engine(), completed.transcribed());
        } else if (step instanceof Step.OfJob job
                && job.after().isChat()
                && job.after().state().ended()) {
            chat(job.after(), job.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
    }

    /** @param outcome {@code injected}, {@code failed}, or what used up the attempts */
    private void chat(Job chat, String outcome) {
        String label = chat.state() == JobState.DEAD ? "dead" : outcome;
        registry.counter("hub_chat_injections", "account", chat.account(), "outcome", label)
                .increment();
        if (chat.latencySeconds() != null) {
            registry.timer("hub_chat_seconds", "account", chat.account())
                    .record(Duration.ofMillis(Math.round(chat.latencySeconds() * 1_000)));
        }
    }

    private void completed(String account, String engine, Transcribed transcribed) {
        phase(account, "queue", transcribed.latency().queue());
        phase(account, "vendor", transcribed.latency().vendor());
        phase(account, "processing", transcribed.latency().processing());
        transcribed.redactions().forEach((type, count) -> registry.counter("hub_redactions", "type", type)
                .increment(count));
        if (transcribed.wordErrorRate() != null) {
            registry.summary("hub_word_error_ratio", "engine", label(engine)).record(transcribed.wordErrorRate());
        }
    }

    /** Engines are named by whoever submits: past the first few, the others share a label. */
    private String label(String engine) {
        if (engine == null) {
            return "default";
        }
        return engines.contains(engine) || engines.size() < MOST_ENGINES && engines.add(engine) ? engine : "other";
    }

    private void phase(String account, String phase, double seconds) {
        registry.timer("hub_job_seconds", "account", account, "phase", phase)
                .record(Duration.ofMillis(Math.round(seconds * 1_000)));
    }
}
