/**
 * One call as recognizers read it: numbers that go on over several utterances, what each of them is about, dates, measures,
 * and what has been claimed so far.
 */
package io.transcripthub.redaction.call;
