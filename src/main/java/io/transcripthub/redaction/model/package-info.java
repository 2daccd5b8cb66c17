/**
 * What is learned from the corpus: a linear model that tells from what stands around a number whether it has to go.
 * {@code bench/learn.sh} makes it.
 */
package io.transcripthub.redaction.model;
