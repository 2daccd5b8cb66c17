package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub jobs}: the ledger, newest first. */
@Command(name = "jobs", description = "Lists jobs, newest first, then dead letters that are about no job.")
final class JobsCommand implements Callable<Integer> {
    private static final String ROW = "%-28s  %-10s  %-24s  %-9s  %8s  %s%n";

    @Mixin
    private HubOptions hub;

    @Option(names = "--state", paramLabel = "S", description = "Only jobs in this state.")
    private String state;

    @Option(names = "--account", paramLabel = "A", description = "Only jobs of this account.")
    private String account;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(ROW, "JOB", "ACCOUNT", "EXTERNAL ID", "STATE", "ATTEMPTS", "REASON");
        try (JobsAccess jobs = hub.jobs()) {
            JsonNode page;
            String after = null;
            do {
                page = jobs.list(state, account, after);
                page.path("jobs").forEach(job -> print(out, job));
                after = page.path("next").asText(null);
            } while (page.hasNonNull("next"));
            if (state == null || state.equals("DEAD")) {
                DeadNotices.of(jobs).stream().filter(this::isWanted).forEach(notice -> printNotice(out, notice));
            }
        }
        out.flush();
        return 0;
    }

    private boolean isWanted(JsonNode notice) {
        return account == null || account.equals(notice.path("account").asText());
    }

    private static void printNotice(PrintWriter out, JsonNode notice) {
        out.printf(
                ROW,
                notice.path("eventId").asText(),
                notice.path("account").asText(),
                notice.path("type").asText(),
                notice.path("state").asText(),
                notice.path("attempts").asText(),
                "dead letter at " + notice.path("sink").asText() + ": "
                        + notice.path("reason").asText());
    }

    private static void print(PrintWriter out, JsonNode job) {
        out.printf(
                ROW,
                job.path("jobId").asText(),
                job.path("account").asText(),
                job.path("externalId").asText(),
                job.path("state").asText(),
                job.path("attempts").asText(),
                job.hasNonNull("reason") ? job.get("reason").asText() : "");
    }
}
