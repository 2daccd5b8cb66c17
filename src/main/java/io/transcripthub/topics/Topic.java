package io.transcripthub.topics;

import java.util.List;

/**
 * A cluster of documents.
 *
 * @param id 0 for the largest cluster
 * @param documents how many there are, at least 1
 * @param terms the words with the highest mean weight, the highest first
 */
public record Topic(int id, int documents, List<String> terms) {
    private static final int NAMING = 3;

    /** The first terms, such as {@code refund, invoice, charge}. */
    public String label() {
        return String.join(", ", terms.subList(0, Math.min(NAMING, terms.size())));
    }
}
