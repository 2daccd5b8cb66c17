package io.transcripthub.ledger;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that submits jobs to an embedded ledger until it is killed, and prints how many are committed. */
final class SubmittingProcess {
    private SubmittingProcess() {}

    public static void main(String[] arguments) {
        PrintStream numbers = System.out;
        System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        String url = Database.embeddedUrl(Path.of(arguments[0]));
        TestLedger hub = new TestLedger(Database.open(url, "", "", "n1"));
        for (int jobs = 1; ; jobs++) {
            hub.accepted("job-" + jobs);
            numbers.println(jobs);
        }
    }
}
