package io.transcripthub.sentiment;

/**
 * A word or emoticon of a text.
 *
 * @param text in lower case
 * @param capitals whether it was written in capitals only
 */
record Word(String text, boolean capitals, Entry entry) {
    /**
     * What is known of a word.
     *
     * @param rated whether the lexicon has it
     * @param valence -4 (most negative) to 4 (most positive), 0 when it is not rated
     * @param boost how much it strengthens (positive) or weakens (negative) a rated word after it, 0 for most words
     * @param negates whether it turns a rated word after it round
     */
    record Entry(boolean rated, double valence, double boost, boolean negates) {
        static final Entry NONE = new Entry(false, 0, 0, false);

        Entry rated(double rating) {
            return new Entry(true, rating, boost, negates);
        }

        Entry boosting(double by) {
            return new Entry(rated, valence, by, negates);
        }

        Entry negating() {
            return new Entry(rated, valence, boost, true);
        }
    }

    boolean is(String other) {
        return text.equals(other);
    }

    boolean rated() {
        return entry.rated();
    }

    boolean negates() {
        return entry.negates() || text.contains("n't");
    }
}
