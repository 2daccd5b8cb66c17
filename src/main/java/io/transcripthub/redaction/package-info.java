/**
 * Takes personal data out of calls, in plain Java. {@link io.transcripthub.redaction.Redactor} is where to begin; what else is
 * here is what it takes and gives.
 *
 * <p>A call is read in three steps, each in a package that knows nothing of those behind it: its {@code words} and the
 * phrases that say what a number is, then its {@code numbers}, spoken and written, then the {@code call}, in which each
 * number is about something. After that the {@code recognizers} claim what has to go, one after the other.
 */
package io.transcripthub.redaction;
