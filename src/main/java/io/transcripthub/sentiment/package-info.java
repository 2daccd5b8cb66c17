/** Sentiment of texts and of interactions, in plain Java. */
package io.transcripthub.sentiment;
