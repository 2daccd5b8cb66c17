package io.transcripthub.ledger;

/** One run of a job: 0, and 1 more with each retry. */
record JobRun(long jobSeq, int run) {}
