package io.transcripthub.cli;

import io.transcripthub.audit.AuditVerification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit verify [DIR]}. */
@Command(name = "audit", description = "Looks after the audit log.", subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions configuration;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "expected a subcommand: verify");
    }

    /** Exits 0 when all chains are intact, 1 when one is broken or there is no such directory. */
    @Command(name = "verify", description = "Checks the hash chains of an audit directory.")
    static final class Verify implements Callable<Integer> {
        @Mixin
        private ConfigurationOptions configuration;

        @Parameters(arity = "0..1", paramLabel = "DIR", description = "Audit directory (default: audit.dir).")
        private Path directory;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Path chosen = directory == null ? configured() : directory;
            if (!Files.isDirectory(chosen)) {
                return fail("no audit directory at " + chosen);
            }
            try {
                return print(chosen, AuditVerification.verify(chosen));
            } catch (IOException unreadable) {
                return fail("cannot read the audit directory " + chosen + ": " + unreadable.getMessage());
            }
        }

        private Path configured() {
            String own = configuration.settings().get("audit.dir");
            String data = configuration.settings().get("hub.data-dir");
            return own.isEmpty() ? Path.of(data.isEmpty() ? "data" : data, "audit") : Path.of(own);
        }

        private int print(Path chosen, AuditVerification verification) {
            PrintWriter out = spec.commandLine().getOut();
            verification.chains().forEach(chain -> out.println(sentence(chain)));
            if (verification.chains().isEmpty()) {
                out.println(chosen + ": 0 lines, intact");
            }
            out.flush();
            return verification.intact() ? 0 : 1;
        }

        private static String sentence(AuditVerification.Chain chain) {
            return chain.firstBreak()
                    .map(found -> found.file() + ":" + found.line() + ": " + found.reason())
                    .orElseGet(() -> "%s: %s in %s, intact%s"
                            .formatted(
                                    chain.node(),
                                    count(chain.lines(), "line"),
                                    count(chain.files(), "file"),
                                    chain.note().map("; "::concat).orElse("")));
        }

        private static String count(long number, String noun) {
            return number + " " + noun + (number == 1 ? "" : "s");
        }

        private int fail(String message) {
            spec.commandLine().getErr().println(message);
            spec.commandLine().getErr().flush();
            return 1;
        }
    }
}
