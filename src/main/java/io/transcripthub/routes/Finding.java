package io.transcripthub.routes;

/** A mistake in a route file, and where it is. */
public record Finding(Place place, String words) {
    @Override
    public String toString() {
        return place + ": " + words;
    }
}
