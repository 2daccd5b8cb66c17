/** Interaction analytics: conversations and transcripts of a period, their sentiment, topics and outcomes; in plain Java. */
package io.transcripthub.analytics;
