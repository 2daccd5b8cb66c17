package io.transcripthub.redaction.model;

/**
 * The sums of the weights of what is said of a candidate: natural logarithms of the odds that it has to go, by what stands around
 * it alone, and together with what the others are.
 */
final class Odds implements Features {
    private static final float HUNDREDTHS = 100;

    private final OddsModel model;
    private int alone;
    private int together;

    Odds(OddsModel model) {
        this.model = model;
    }

    Odds copy() {
        Odds copy = new Odds(model);
        copy.add(this);
        return copy;
    }

    @Override
    public void add(Feature kind, String one, String other) {
        long weights = model.weights(kind.key(one, other));
        alone += OddsModel.first(weights);
        together += OddsModel.second(weights);
    }

    void add(Odds other) {
        alone += other.alone;
        together += other.together;
    }

    float alone() {
        return alone / HUNDREDTHS;
    }

    float together() {
        return together / HUNDREDTHS;
    }
}
