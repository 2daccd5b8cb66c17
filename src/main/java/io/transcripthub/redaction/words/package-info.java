/**
 * The words of a call: tokens with their places in the text, what each may be ({@code words.txt}, {@code names.txt}), and
 * the phrases that say what a number is ({@code cues.txt}).
 */
package io.transcripthub.redaction.words;
