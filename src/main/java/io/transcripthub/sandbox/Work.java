package io.transcripthub.sandbox;

/** How far the vendor is with one submission. It moves on with each answered poll, and ends at the last or when told to. */
final class Work {
    private final Ending ending;
    private final int lastPoll;
    private Runnable whenEnded = () -> {};
    private int polls;
    private boolean ended;

    /** @param lastPoll the poll at which it ends, from 1 */
    Work(Ending ending, int lastPoll) {
        this.ending = ending;
        this.lastPoll = lastPoll;
    }

    Ending ending() {
        return ending;
    }

    /** A poll that is going to be answered. */
    void poll() {
        polls++;
        if (polls >= lastPoll) {
            end();
        }
    }

    /** Ends it, where it ends at all. */
    void end() {
        if (!ended && ending != Ending.NEVER) {
            ended = true;
            whenEnded.run();
        }
    }

    /** What to do once at its end. */
    void whenEnded(Runnable action) {
        whenEnded = action;
    }

    boolean isEnded() {
        return ended;
    }

    boolean isQueued() {
        return !ended && polls < 2 && polls < lastPoll;
    }

    boolean isCompleted() {
        return ended && ending == Ending.COMPLETED;
    }
}
