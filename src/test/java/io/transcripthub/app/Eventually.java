package io.transcripthub.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for what comes about sooner or later. */
final class Eventually {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private Eventually() {}

    static void until(Duration atMost, String what, Callable<Boolean> condition) throws Exception {
        value(atMost, what, condition, came -> came);
    }

    /** The first value that is as expected; the failure shows the last one that was not. */
    static <T> T value(Duration atMost, String what, Callable<T> source, Predicate<T> expected) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        T found = source.call();
        while (!expected.test(found)) {
            if (System.nanoTime() > end) {
                AssertionError late = new AssertionError(
                        "expected within " + atMost.toSeconds() + " s: " + what + ", found " + found);
                hubsThreads().forEach(late::addSuppressed);
                throw late;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            found = source.call();
        }
        return found;
    }

    /** Where the hub's threads stand, so that a failure on another machine tells what they waited for. */
    private static List<Throwable> hubsThreads() {
        List<Throwable> standing = new ArrayList<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("io.transcripthub."))) {
                Throwable where = new Throwable(thread.getName() + " is " + thread.getState());
                where.setStackTrace(stack);
                standing.add(where);
            }
        });
        return standing;
    }
}
