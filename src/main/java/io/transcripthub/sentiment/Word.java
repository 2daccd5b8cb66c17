package io.transcripthub.sentiment;

/**
 * A word or emoticon of a text.
 *
 * @param capitals whether it was written in capitals only
 */
record Word(Entry entry, boolean capitals) {
    /**
     * What is known of a word.
     *
     * @param text in lower case, empty when nothing is known
     * @param particle null for most words
     * @param rated whether the lexicon has it
     * @param valence -4 (most negative) to 4 (most positive), 0 when it is not rated
     * @param boost how much it strengthens (positive) or weakens (negative) a rated word after it, 0 for most words
     * @param negates whether it turns a rated word after it round
     */
    record Entry(String text, Particle particle, boolean rated, double valence, double boost, boolean negates) {
        static final Entry NONE = of("");
        static final Entry NEGATION = NONE.negating();

        static Entry of(String text) {
            return new Entry(text, null, false, 0, 0, negates(text));
        }

        Entry named(Particle name) {
            return new Entry(text, name, rated, valence, boost, negates);
        }

        Entry rated(double rating) {
            return new Entry(text, particle, true, rating, boost, negates);
        }

        Entry boosting(double by) {
            return new Entry(text, particle, rated, valence, by, negates);
        }

        Entry negating() {
            return new Entry(text, particle, rated, valence, boost, true);
        }

        /** @param text in lower case */
        static boolean negates(String text) {
            return text.contains("n't");
        }
    }

    boolean is(Particle name) {
        return entry.particle() == name;
    }

    boolean rated() {
        return entry.rated();
    }

    boolean negates() {
        return entry.negates();
    }
}
