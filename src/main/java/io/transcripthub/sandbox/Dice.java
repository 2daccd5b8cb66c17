package io.transcripthub.sandbox;

/**
 * Chance that repeats: with the same seed the n-th request for a resource meets the same faults, in whatever order the
 * requests of other resources come.
 */
record Dice(long seed) {
    boolean roll(double probability, Fault fault, Operation operation, Resource resource) {
        if (probability <= 0 || probability >= 1) {
            return probability >= 1;
        }
        long face =
                mix(seed ^ mix(fault.label().hashCode() ^ mix(operation.name().hashCode())));
        face = mix(face ^ mix(resource.key().hashCode() + 31L * resource.attempts()));
        return (face >>> 11) * 0x1.0p-53 < probability;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
