package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub explain JOB}: why a job is where it is. */
@Command(name = "explain", description = "Says why a job is where it is, and what comes next.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private HubOptions hub;

    @Parameters(paramLabel = "JOB", description = "Id of the job, or evt_... of a notice.")
    private String jobId;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (JobsAccess jobs = hub.jobs()) {
            PrintWriter out = spec.commandLine().getOut();
            if (DeadNotices.isId(jobId)) {
                explainNotice(jobs.notice(jobId), out);
            } else {
                explain(jobs.job(jobId), out);
            }
        }
        return 0;
    }

    private static void explain(JsonNode job, PrintWriter out) {
        out.println(text(job, "jobId") + ": " + text(job, "kind") + " " + text(job, "externalId") + " of account "
                + text(job, "account") + " is " + text(job, "state") + ": " + meaning(job, text(job, "state")));
        line(out, "Reason", text(job, "reason"));
        line(out, "Next attempt", text(job, "nextAttemptAt"));
        line(out, "At the vendor", vendor(job));
        job.path("deliveries")
                .properties()
                .forEach(sink -> line(
                        out, "Delivery to " + sink.getKey(), sink.getValue().asText()));
        line(out, "Handed in", text(job, "createdAt"));
        line(out, "Last change", text(job, "updatedAt"));
        if (retryable(job)) {
            boolean handIn = isChat(job) && !DeadLetters.has(job);
            line(
                    out,
                    "Send again with",
                    handIn ? "its line of the file, for its text is deleted" : "./hub retry " + text(job, "jobId"));
        }
        out.flush();
    }

    private static void explainNotice(JsonNode notice, PrintWriter out) {
        boolean dead = text(notice, "state").equals("DEAD");
        out.println(text(notice, "eventId") + ": " + text(notice, "type") + " of account " + text(notice, "account")
                + " to " + text(notice, "sink") + " is " + text(notice, "state")
                + (dead ? ": the hub has given it up." : "."));
        line(out, "Reason", text(notice, "reason"));
        line(out, "Attempts", text(notice, "attempts"));
        line(out, "Next attempt", text(notice, "nextAttemptAt"));
        line(out, "Written", text(notice, "createdAt"));
        line(out, "Last change", text(notice, "updatedAt"));
        line(out, "Send again with", dead ? "./hub retry " + text(notice, "eventId") : null);
        out.flush();
    }

    private static boolean isChat(JsonNode job) {
        return text(job, "kind").equals("chat");
    }

    private static String meaning(JsonNode job, String state) {
        return switch (state) {
            case "QUEUED" -> "it waits to be submitted.";
            case "SUBMITTED" -> "the vendor works on it.";
            case "COMPLETED" ->
                (isChat(job) ? "the vendor has it" : "the transcript is here") + ", deliveries are under way.";
            case "DELIVERED" -> "every sink has it.";
            case "FAILED" -> "the vendor refused it or could not do it.";
            case "DEAD" -> "the hub has given it up.";
            default -> "a state that this command does not know.";
        };
    }

    private static String vendor(JsonNode job) {
        String requests = text(job, "attempts") + " requests";
        return job.hasNonNull("vendorId") ? requests + ", known there as " + text(job, "vendorId") : requests;
    }

    private static boolean retryable(JsonNode job) {
        return DeadLetters.has(job)
                || text(job, "state").equals("FAILED")
                || text(job, "state").equals("DEAD");
    }

    private static void line(PrintWriter out, String name, String value) {
        if (value != null) {
            out.printf("  %-20s %s%n", name, value);
        }
    }

    private static String text(JsonNode job, String member) {
        return job.hasNonNull(member) ? job.get(member).asText() : null;
    }
}
