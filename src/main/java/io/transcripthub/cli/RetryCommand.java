package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub retry}: sends what has ended badly on its way again. */
@Command(name = "retry", description = "Sends a failed or dead job, or dead letters, on their way again.")
final class RetryCommand implements Callable<Integer> {
    @Mixin
    private HubOptions hub;

    @ArgGroup(multiplicity = "1")
    private Which which;

    static final class Which {
        @Parameters(paramLabel = "JOB", description = "Id of the job, or evt_... of a notice.")
        private String jobId;

        @Option(names = "--all-dead", description = "All dead jobs, and all dead letters.")
        private boolean allDead;
    }

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (JobsAccess jobs = hub.jobs()) {
            if (!which.allDead) {
                out.println(which.jobId + " is " + sentAgain(jobs, which.jobId));
                return 0;
            }
            return all(jobs, out);
        }
    }

    /** The state that it is in now. */
    private static String sentAgain(JobsAccess jobs, String id) {
        JsonNode again = DeadNotices.isId(id) ? jobs.retryNotice(id) : jobs.retry(id);
        return again.path("state").asText();
    }

    /** One that cannot be retried does not keep the others from it. */
    private int all(JobsAccess jobs, PrintWriter out) {
        int refused = 0;
        List<String> ids = dead(jobs);
        for (String id : ids) {
            try {
                out.println(id + " is " + sentAgain(jobs, id));
            } catch (CommandFailed notRetried) {
                refused++;
                spec.commandLine().getErr().println("hub: " + id + ": " + notRetried.getMessage());
            }
        }
        long notices = ids.stream().filter(DeadNotices::isId).count();
        out.println(ids.size() - refused + (notices == 0 ? " jobs" : " jobs and notices") + " sent again");
        return refused == 0 ? 0 : HubCommand.FAILED;
    }

    private static List<String> dead(JobsAccess jobs) {
        List<String> ids = new ArrayList<>(in(jobs, "DEAD", false));
        ids.addAll(in(jobs, "COMPLETED", true));
        DeadNotices.of(jobs).forEach(notice -> ids.add(notice.path("eventId").asText()));
        return ids;
    }

    /** The text of a chat that died is deleted. */
    private static boolean isChat(JsonNode job) {
        return job.path("kind").asText().equals("chat");
    }

    private static List<String> in(JobsAccess jobs, String state, boolean deadLettersOnly) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = jobs.list(state, null, after);
            for (JsonNode job : page.path("jobs")) {
                if (deadLettersOnly ? DeadLetters.has(job) : !isChat(job)) {
                    ids.add(job.path("jobId").asText());
                }
            }
            after = page.hasNonNull("next") ? page.get("next").asText() : null;
        } while (after != null);
        return ids;
    }
}
