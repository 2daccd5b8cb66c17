package io.transcripthub.ledger;

/**
 * What a vendor told of itself.
 *
 * @param key SHA-256 in hex of what makes it the same event when it comes again
 * @param id the vendor's id of the event, or null
 * @param type the vendor's word for what happened
 * @param transcriptionId of the transcription that it tells of; null when it tells of something else
 */
public record VendorEvent(String account, String key, String id, String type, String transcriptionId) {}
