package io.transcripthub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.transcripthub.app.EnginesAlone;
import io.transcripthub.app.RouteFiles;
import io.transcripthub.engines.EngineFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub engines ACTION FILE}: CXone speech engines as configuration. */
@Command(
        name = "engines",
        description = {
            "Makes CXone's speech engines what files under review say.",
            "plan      what applying the file would change: lines with +, - or ~; exit code 3 if there are any",
            "apply     makes the version beside the others, with audio pipeline and webhooks",
            "status    how well it recognises speech, beside the version before",
            "promote   the next step of the traffic split, if error rate and sample size hold",
            "rollback  traffic split 0"
        })
final class EnginesCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHANGES = 3;

    /** As they are written on the command line. */
    enum Action {
        plan,
        apply,
        status,
        promote,
        rollback
    }

    @Mixin
    private HubOptions hub;

    @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}.")
    private Action action;

    @Parameters(index = "1", paramLabel = "FILE", description = "FILE.yaml, in UTF-8.")
    private Path file;

    @Option(names = "--account", paramLabel = "A", description = "CXone account (default: the first one).")
    private String account;

    @Option(
            names = "--lost",
            paramLabel = "ID",
            description =
                    "Of a request whose answer was lost: the id that the vendor gave; or again, if it never came there.")
    private String lost;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ParameterException(spec.commandLine(), file + ": no such file, or it cannot be read");
        }
        EngineReply reply = reply(request());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        reply.lines().forEach(line -> (reply.problems() ? err : out).println(line));
        out.flush();
        if (reply.lines().isEmpty() && reply.error() == null) {
            err.println("nothing to do");
        }
        if (reply.error() != null && !reply.problems()) {
            throw new CommandFailed(reply.error());
        }
        return reply.problems() ? HubCommand.FAILED : reply.changes() ? CHANGES : 0;
    }

    private EngineReply reply(String request) throws Exception {
        RunningHub running = hub.named();
        if (hub.isElsewhere() || running.answers()) {
            return running.engines(action.name(), request);
        }
        try (EnginesAlone engines = EnginesAlone.open(hub.settings(), RouteFiles.folder(null))) {
            EnginesAlone.Reply reply = engines.run(action.name(), request);
            return EngineReply.of(reply.status(), reply.body());
        }
    }

    private String request() throws IOException {
        ObjectNode request =
                JSON.createObjectNode().put("file", file.toString()).put("content", text(file));
        EngineFile.grammarFile(request.path("content").asText()).ifPresent(grammar -> {
            Path beside = beside(grammar);
            request.putObject("grammar").put("file", beside.toString()).put("content", read(beside));
        });
        if (account != null) {
            request.put("account", account);
        }
        if (lost != null) {
            request.put("lost", lost);
        }
        return JSON.writeValueAsString(request);
    }

    private Path beside(String grammar) {
        try {
            return file.resolveSibling(grammar);
        } catch (InvalidPathException noPath) {
            throw new CommandFailed(file + ": grammar.file: expected a path, found '" + grammar + "'");
        }
    }

    /** Null when it cannot be read: the hub knows the line that names it. */
    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static String text(Path path) throws IOException {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException notUtf8) {
            throw new CommandFailed(path + ":1: expected UTF-8, found other bytes");
        }
    }
}
