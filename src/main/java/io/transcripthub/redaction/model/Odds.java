package io.transcripthub.redaction.model;

/**
 * Natural logarithms of odds that a candidate has to go, in hundredths.
 *
 * @param alone by what stands around it
 * @param together knowing what the others are, too
 */
record Odds(int alone, int together) {
    static final Odds EVEN = new Odds(0, 0);

    private static final float HUNDREDTHS = 100;

    Odds plus(Odds other) {
        return new Odds(alone + other.alone, together + other.together);
    }

    float ofAlone() {
        return alone / HUNDREDTHS;
    }

    float ofTogether() {
        return together / HUNDREDTHS;
    }
}
