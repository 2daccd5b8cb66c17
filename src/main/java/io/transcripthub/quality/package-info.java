/** Quality scores of transcripts, in plain Java. */
package io.transcripthub.quality;
