package io.transcripthub.doctor;

import java.util.concurrent.Callable;

/**
 * Something that the hub needs, and a look at it that changes nothing.
 *
 * @param subject what is looked at, such as {@code search}
 */
public record Check(String subject, Callable<Diagnosis> look) {
    /** What is there, and what else to check only costs the check itself, never the others. */
    Diagnosis diagnosis() {
        try {
            return look.call();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Diagnosis.failed("interrupted");
        } catch (Exception unforeseen) {
            return Diagnosis.failed(unforeseen.getMessage() == null ? unforeseen.toString() : unforeseen.getMessage());
        }
    }
}
