package io.transcripthub.sentiment;

import java.util.List;

/** What the words of a text contribute, each in its context. Indexes before the first word do not occur. */
final class Valences {
    /** Added for capitals among small letters, found by experiment (Hutto and Gilbert 2014). */
    private static final double CAPITALS = 0.733;

    /** What a negated valence is multiplied with, found by experiment as well. */
    private static final double NEGATED = -0.74;

    private static final double NEVER_SO = 1.25;

    /** How far back modifiers are looked for, in words. */
    private static final int REACH = 3;

    /** How much of a booster is left at a distance of one, two and three words. */
    private static final double[] FADING = {1, 0.95, 0.9};

    private final List<Word> words;
    private final boolean mixedCase;

    private Valences(List<Word> words) {
        this.words = words;
        int capitals = 0;
        for (Word word : words) {
            capitals += word.capitals() ? 1 : 0;
        }
        this.mixedCase = capitals > 0 && capitals < words.size();
    }

    /** One valence a word, 0 for neutral ones. */
    static double[] of(List<Word> words) {
        Valences valences = new Valences(words);
        double[] each = new double[words.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = words.get(i).rated() && !valences.onlyModifies(i) ? valences.of(i) : 0;
        }
        return each;
    }

    private boolean onlyModifies(int i) {
        return words.get(i).entry().boost() != 0
                || is(i, Particle.KIND) && i + 1 < words.size() && is(i + 1, Particle.OF);
    }

    private double of(int i) {
        double valence = emphasised(words.get(i), unlessNo(i));
        for (int distance = 1; distance <= Math.min(REACH, i); distance++) {
            if (!words.get(i - distance).rated()) {
                valence += boost(words.get(i - distance), valence) * FADING[distance - 1];
                valence = negated(valence, i, distance);
                valence = distance == REACH ? inPhrase(valence, i) : valence;
            }
        }
        return leastBefore(i) ? valence * NEGATED : valence;
    }

    /** The lexicon's valence; "no" before a rated word has none of its own, and negates up to three words behind it. */
    private double unlessNo(int i) {
        double rating = words.get(i).entry().valence();
        boolean negated = i > 0 && is(i - 1, Particle.NO)
                || i > 1 && is(i - 2, Particle.NO)
                || i > 2 && is(i - 3, Particle.NO) && (is(i - 1, Particle.OR) || is(i - 1, Particle.NOR));
        if (negated) {
            return rating * NEGATED;
        }
        return is(i, Particle.NO) && i + 1 < words.size() && words.get(i + 1).rated() ? 0 : rating;
    }

    private double emphasised(Word word, double valence) {
        return word.capitals() && mixedCase ? valence + away(valence) : valence;
    }

    private double boost(Word modifier, double valence) {
        double boost = modifier.entry().boost();
        if (boost == 0) {
            return 0;
        }
        double towards = valence < 0 ? -boost : boost;
        return modifier.capitals() && mixedCase ? towards + away(valence) : towards;
    }

    private static double away(double valence) {
        return valence > 0 ? CAPITALS : -CAPITALS;
    }

    private double negated(double valence, int i, int distance) {
        if (distance > 1 && neverSo(i, distance)) {
            return valence * NEVER_SO;
        }
        boolean negates = words.get(i - distance).negates() && !(distance > 1 && withoutDoubt(i, distance));
        return negates ? valence * NEGATED : valence;
    }

    /**
     * "never so good", "never this good". At three words' distance the original's {@code and} binds closer than its
     * {@code or}, so that "so" or "this" before the word does without "never".
     */
    private boolean neverSo(int i, int distance) {
        boolean never = is(i - distance, Particle.NEVER) && soOrThis(i - distance + 1);
        return never || distance == 3 && soOrThis(i - 1);
    }

    private boolean soOrThis(int i) {
        return is(i, Particle.SO) || is(i, Particle.THIS);
    }

    private boolean withoutDoubt(int i, int distance) {
        return is(i - distance, Particle.WITHOUT)
                && (is(i - 1, Particle.DOUBT) || distance == 3 && is(i - 2, Particle.DOUBT));
    }

    private double inPhrase(double valence, int i) {
        Double before = firstOf(
                Phrases.idiom(words, i - 1, 2),
                Phrases.idiom(words, i - 2, 3),
                Phrases.idiom(words, i - 2, 2),
                Phrases.idiom(words, i - 3, 3),
                Phrases.idiom(words, i - 3, 2));
        Double after = firstOf(Phrases.idiom(words, i, 3), Phrases.idiom(words, i, 2));
        Double idiom = firstOf(after, before);
        double meant = idiom == null ? valence : idiom;
        meant -= Phrases.dampens(words, i - 3) ? Lexicon.BOOST : 0;
        return meant - (Phrases.dampens(words, i - 2) ? Lexicon.BOOST : 0);
    }

    private static Double firstOf(Double... valences) {
        for (Double valence : valences) {
            if (valence != null) {
                return valence;
            }
        }
        return null;
    }

    private boolean leastBefore(int i) {
        return i > 0 && is(i - 1, Particle.LEAST) && !(i > 1 && (is(i - 2, Particle.AT) || is(i - 2, Particle.VERY)));
    }

    private boolean is(int i, Particle name) {
        return words.get(i).is(name);
    }
}
