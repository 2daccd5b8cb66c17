package io.transcripthub;

import io.transcripthub.cli.HubCommand;
import org.slf4j.LoggerFactory;

/** Entry point of the command line: {@code ./hub COMMAND}. */
public final class Hub {
    private Hub() {}

    public static void main(String[] args) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "hub-logback.xml");
        }
        // before there are several threads: what they log while logging starts would be held back
        LoggerFactory.getILoggerFactory();
        System.exit(HubCommand.run(args));
    }
}
