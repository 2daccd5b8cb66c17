package io.transcripthub.sandbox;

import java.time.Duration;
import java.time.InstantSource;

/**
 * @param port 0 for a free one
 * @param polls the answered poll at which a job is done; 0 for a mixture of 1 to 4 by recording or media id
 * @param work until a job whose end a hub is told of is done, if polls have not brought it there before
 * @param time judges token lifetimes and Retry-After; {@code slow}, {@code late-by} and {@code work} always take real time
 */
public record SandboxOptions(int port, Faults faults, int polls, Duration work, InstantSource time) {
    public SandboxOptions {
        if (polls < 0) {
            throw new IllegalArgumentException("polls: expected 0 or more, found " + polls);
        }
    }

    /** A free port, no faults, mixed polls, half a second of work, the system's clock. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, Faults.NONE, 0, Duration.ofMillis(500), InstantSource.system());
    }

    public SandboxOptions withPort(int port) {
        return new SandboxOptions(port, faults, polls, work, time);
    }

    public SandboxOptions withFaults(Faults faults) {
        return new SandboxOptions(port, faults, polls, work, time);
    }

    public SandboxOptions withPolls(int polls) {
        return new SandboxOptions(port, faults, polls, work, time);
    }

    public SandboxOptions withWork(Duration work) {
        return new SandboxOptions(port, faults, polls, work, time);
    }

    public SandboxOptions withTime(InstantSource time) {
        return new SandboxOptions(port, faults, polls, work, time);
    }
}
