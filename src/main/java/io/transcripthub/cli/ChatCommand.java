package io.transcripthub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.chats.Injection;
import io.transcripthub.chats.InvalidChat;
import io.transcripthub.cli.RunningHub.Reply;
import io.transcripthub.intake.RequestFile;
import io.transcripthub.intake.RequestLine;
import io.transcripthub.intake.UnusableFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub chat inject FILE}: hands in chats, and waits until CXone has them. */
@Command(name = "chat", description = "Chat transcripts for CXone.", subcommands = ChatCommand.Inject.class)
final class ChatCommand implements Runnable {
    @Mixin
    private ConfigurationOptions configuration;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a subcommand: inject");
    }

    /** Exits 0 when all chats of the file are confirmed, 1 when a line is bad or a chat ended otherwise. */
    @Command(
            name = "inject",
            description = {
                "Injects the chats of a JSON Lines file, each once, and waits until all are confirmed or have ended.",
                "A line that cannot be injected is named on standard error, the others are injected, and the exit code"
                        + " is 1."
            })
    static final class Inject implements Callable<Integer> {
        /** Larger than an injection: it may be about to be split. */
        private static final int LONGEST_LINE = 64 << 20;

        private static final ObjectMapper JSON = new ObjectMapper();

        @Mixin
        private HubOptions hub;

        @Parameters(paramLabel = "FILE", description = "FILE.jsonl, in UTF-8, a chat a line.")
        private Path file;

        @Option(names = "--sort", description = "Puts messages into the order of time.")
        private boolean sort;

        @Option(names = "--split", description = "Cuts what is too large for one injection into parts.")
        private boolean split;

        @Option(names = "--account", paramLabel = "A", description = "Account of the lines that name none.")
        private String account;

        @Spec
        private CommandSpec spec;

        private final Map<String, Long> lines = new LinkedHashMap<>();
        private long accepted;
        private long duplicates;
        private long rejected;

        @Override
        public Integer call() throws Exception {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new ParameterException(spec.commandLine(), file + ": no such file, or it cannot be read");
            }
            try (HubAtWork work = hub.atWork();
                    RequestFile chats = RequestFile.open("chats.jsonl", Files.newInputStream(file), LONGEST_LINE)) {
                handIn(chats, work.hub());
                ChatWatch watch = new ChatWatch(work.hub(), lines.keySet());
                try (Progress progress = progress("chat inject: ended", Math.max(1, lines.size()))) {
                    watch.await(progress);
                }
                if (work.isOwn()) {
                    watch.awaitDeliveries();
                }
                return report(watch) && rejected == 0 ? 0 : HubCommand.FAILED;
            } catch (UnusableFile refused) {
                throw new CommandFailed(file + ": " + refused.getMessage());
            }
        }

        private void handIn(RequestFile chats, RunningHub hub) throws IOException {
            try (Progress progress = progress("chat inject: KB read", 1 + Files.size(file) / 1024)) {
                for (RequestLine line = chats.next(); line != null; line = chats.next()) {
                    handIn(account == null ? line : line.forAccount(account), hub);
                    progress.at(chats.bytesRead() / 1024);
                }
            }
            out().println("accepted " + accepted + ", duplicates " + duplicates + ", rejected " + rejected);
            out().flush();
        }

        private void handIn(RequestLine line, RunningHub hub) {
            if (!line.isUsable()) {
                reject(line, line.error());
                return;
            }
            try {
                for (Injection injection : Injection.of(line.request(), sort, split)) {
                    handIn(line, injection, hub);
                }
            } catch (InvalidChat invalid) {
                reject(line, invalid.getMessage());
            }
        }

        private void handIn(RequestLine line, Injection injection, RunningHub hub) {
            Reply reply = hub.inject(json(injection));
            if (reply.status() == 400 || reply.status() == 413) {
                reject(line, reply.body().path("error").asText());
                return;
            }
            accepted += reply.status() == 202 ? 1 : 0;
            duplicates += reply.status() == 202 ? 0 : 1;
            lines.put(reply.body().path("jobId").asText(), line.line());
        }

        private static String json(Injection injection) {
            try {
                return JSON.writeValueAsString(
                        injection.request(injection.chat().account()));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("a chat is JSON");
            }
        }

        private void reject(RequestLine line, String error) {
            rejected++;
            tell("line " + line.line() + ": " + error);
        }

        /** @return whether all are confirmed */
        private boolean report(ChatWatch watch) {
            for (JsonNode job : watch.refused()) {
                String id = job.path("jobId").asText();
                tell("line " + lines.get(id) + ": " + id + " is "
                        + job.path("state").asText() + ": " + job.path("reason").asText());
            }
            watch.summary().forEach(out()::println);
            out().flush();
            return watch.refused().isEmpty();
        }

        private void tell(String words) {
            spec.commandLine().getErr().println(words);
        }

        private Progress progress(String task, long max) {
            return Progress.of(spec.commandLine().getErr(), Progress.onTerminal(), task, max);
        }

        private PrintWriter out() {
            return spec.commandLine().getOut();
        }
    }
}
