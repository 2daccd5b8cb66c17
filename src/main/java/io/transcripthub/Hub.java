package io.transcripthub;

/** Entry point of the command line: {@code ./hub COMMAND}. */
public final class Hub {
    private Hub() {}

    public static void main(String[] args) {}
}
