package io.transcripthub.sandbox;

/** An accepted submission, in a vendor's words. */
interface Job {
    /** What polls come back to. */
    Resource resource();

    Answer accepted();

    Answer poll();
}
