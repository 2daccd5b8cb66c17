package io.transcripthub;

import io.transcripthub.cli.HubCommand;

/** Entry point of the command line: {@code ./hub COMMAND}. */
public final class Hub {
    private Hub() {}

    public static void main(String[] args) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "hub-logback.xml");
        }
        System.exit(HubCommand.run(args));
    }
}
