package io.transcripthub.redaction;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The characters of a call that recognizers have claimed. No claimed character is ever given back: claims that overlap
 * become one entity, from the first to the last character of all of them, under the type that was claimed first (of
 * several, the leftmost's).
 */
final class Claims {
    private final TreeSet<Entity> entities =
            new TreeSet<>(Comparator.comparingInt(Entity::utterance).thenComparingInt(Entity::start));

    void claim(EntityType type, int utterance, int start, int end) {
        Entity claim = new Entity(type, utterance, start, end);
        for (Entity other = overlapping(claim); other != null; other = overlapping(claim)) {
            entities.remove(other);
            claim = new Entity(
                    other.type(),
                    utterance,
                    Math.min(claim.start(), other.start()),
                    Math.max(claim.end(), other.end()));
        }
        entities.add(claim);
    }

    /** One entity in each utterance that the number runs through. */
    void claim(EntityType type, DigitRun number) {
        for (DigitRun part : number.byUtterance()) {
            claim(type, part.utterance(), part.start(), part.end());
        }
    }

    /** Whether a character of the group is claimed. */
    boolean touch(DigitGroup group) {
        return overlapping(new Entity(null, group.utterance(), group.start(), group.end())) != null;
    }

    /** What is left of the digits of a call, cut where a claim or an utterance ends. */
    List<DigitRun> unclaimed(List<DigitRun> runs) {
        return runs.stream()
                .flatMap(run -> run.byUtterance().stream())
                .flatMap(run -> run.split((left, right) -> touch(left) != touch(right)).stream())
                .filter(run -> !touch(run.group(0)))
                .toList();
    }

    /** Ordered by utterance and start, without overlaps. */
    List<Entity> entities() {
        return List.copyOf(entities);
    }

    private Entity overlapping(Entity span) {
        if (entities.isEmpty()) {
            return null;
        }
        Entity last = entities.lower(new Entity(null, span.utterance(), span.end(), span.end()));
        return last != null && last.utterance() == span.utterance() && last.end() > span.start() ? last : null;
    }
}
