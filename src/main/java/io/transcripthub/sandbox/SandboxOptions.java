package io.transcripthub.sandbox;

import java.time.InstantSource;

/**
 * @param port 0 for a free one
 * @param polls the answered poll at which a job is done; 0 for a mixture of 1 to 4 by recording id
 * @param time judges token lifetimes and Retry-After; {@code slow} always takes real time
 */
public record SandboxOptions(int port, Faults faults, int polls, InstantSource time) {
    public SandboxOptions {
        if (polls < 0) {
            throw new IllegalArgumentException("polls: expected 0 or more, found " + polls);
        }
    }

    /** A free port, no faults, mixed polls, the system's clock. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, Faults.NONE, 0, InstantSource.system());
    }

    public SandboxOptions withPort(int port) {
        return new SandboxOptions(port, faults, polls, time);
    }

    public SandboxOptions withFaults(Faults faults) {
        return new SandboxOptions(port, faults, polls, time);
    }

    public SandboxOptions withPolls(int polls) {
        return new SandboxOptions(port, faults, polls, time);
    }

    public SandboxOptions withTime(InstantSource time) {
        return new SandboxOptions(port, faults, polls, time);
    }
}
