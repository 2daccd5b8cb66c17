/**
 * A class for each way in which personal data stands in a call. {@link
 * io.transcripthub.redaction.recognizers.Recognizers} lists them in their order.
 */
package io.transcripthub.redaction.recognizers;
