package io.transcripthub.search;

import java.nio.charset.StandardCharsets;

/**
 * A document to index.
 *
 * @param id its {@code _id}, at most 512 bytes; a second document of the same id replaces the first
 * @param document one JSON object
 */
public record IndexItem(String id, String document) {
    private static final int LONGEST_ID = 512;

    public IndexItem {
        int length = id == null ? 0 : id.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > LONGEST_ID) {
            throw new IllegalArgumentException("id: expected 1 to " + LONGEST_ID + " bytes, found " + length);
        }
        if (document == null || document.isBlank()) {
            throw new IllegalArgumentException("document " + id + ": expected a JSON object, found nothing");
        }
    }
}
