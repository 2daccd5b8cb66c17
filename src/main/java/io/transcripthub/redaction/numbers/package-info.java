/**
 * The digits and spelled letters of a call, written and spoken, as groups with their places: "double four", "forty one
 * eleven", "b as in bravo".
 */
package io.transcripthub.redaction.numbers;
