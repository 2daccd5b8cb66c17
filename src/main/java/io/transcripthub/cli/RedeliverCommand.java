package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hub redeliver}: sends transcripts to a sink that has had them, or did not exist then. */
@Command(
        name = "redeliver",
        description = "Sends delivered transcripts, and notices, to a sink again, for a new one or a new mapping.")
final class RedeliverCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private HubOptions hub;

    @Option(names = "--sink", required = true, paramLabel = "SINK", description = "search or webhook.")
    private Sink sink;

    /** As they are written on the command line. */
    enum Sink {
        search,
        webhook
    }

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "Only of jobs handed in at T or later, such as 2026-03-01T00:00:00Z.")
    private OffsetDateTime from;

    @Option(names = "--to", paramLabel = "T", description = "Only of jobs handed in before T.")
    private OffsetDateTime to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        ObjectNode request = JSON.createObjectNode()
                .put("sink", sink.name())
                .put("from", text(from))
                .put("to", text(to));
        try (JobsAccess jobs = hub.jobs()) {
            JsonNode again = jobs.redeliver(request.toString());
            int notices = again.path("notices").asInt();
            spec.commandLine()
                    .getOut()
                    .println(again.path("redelivered").asInt() + " transcripts"
                            + (notices == 0 ? "" : " and " + notices + " notices") + " sent again to " + sink);
            return 0;
        }
    }

    private void check() {
        if (sink == Sink.webhook && !hub.isElsewhere() && !hub.settings().has("webhook.url")) {
            throw new ParameterException(
                    spec.commandLine(), "--sink: expected webhook.url to be set for webhook, found none");
        }
    }

    private static String text(OffsetDateTime time) {
        return time == null ? null : time.toString();
    }
}
