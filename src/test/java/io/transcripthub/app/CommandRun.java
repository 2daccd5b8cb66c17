package io.transcripthub.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.transcripthub.cli.HubCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** A command of the hub, run in this process, and what it said. */
record CommandRun(int exit, String out, String err) {
    static CommandRun of(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream systemOut = System.out;
        PrintStream systemErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, UTF_8));
            System.setErr(new PrintStream(err, true, UTF_8));
            int exit = HubCommand.run(arguments.toArray(String[]::new));
            return new CommandRun(exit, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(systemOut);
            System.setErr(systemErr);
        }
    }
}
