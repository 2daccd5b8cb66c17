package io.transcripthub.redaction.call;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The characters of a call that recognizers have claimed. Claims that overlap become one entity, from the first to the last
 * character of all of them, under the type that was claimed first (of several, the leftmost's).
 */
public final class Claims {
    private static final BitSet NOWHERE = new BitSet();

    private final Tokens tokens;
    private final BitSet claimed = new BitSet();

    /** Whether a claim began or ended between tokens, so that claims may overlap there. */
    private boolean loose;

    private int changes;

    private final List<KnownNumber> numbers = new ArrayList<>();
    /** Those of them that were given back. */
    private final Set<KnownNumber> forgotten = new HashSet<>();

    private final Unclaimed unclaimed = new Unclaimed(this);
    private final Map<EntityType, BitSet> utterances = new HashMap<>();
    private final TreeSet<Entity> entities = new TreeSet<>(Claims::compare);

    /** A number that was claimed as a whole. */
    public record KnownNumber(EntityType type, String digits, int firstUtterance, int lastUtterance) {}

    public Claims(Tokens tokens) {
        this.tokens = tokens;
    }

    public void claim(EntityType type, int utterance, int start, int end) {
        Entity claim = new Entity(type, utterance, start, end);
        entities.add(markTokens(utterance, start, end) ? claim : merged(claim));
        changes++;
        BitSet where = utterances.get(type);
        if (where == null) {
            where = new BitSet();
            utterances.put(type, where);
        }
        where.set(utterance);
    }

    /** With what it overlaps, which is given up. */
    private Entity merged(Entity claim) {
        Entity whole = claim;
        for (Entity other = overlapping(whole); other != null; other = overlapping(whole)) {
            entities.remove(other);
            whole = new Entity(
                    other.type(),
                    whole.utterance(),
                    Math.min(whole.start(), other.start()),
                    Math.max(whole.end(), other.end()));
        }
        return whole;
    }

    /** Whether none of its tokens was claimed before, so that it overlaps nothing. */
    private boolean markTokens(int utterance, int start, int end) {
        int last = tokens.last(utterance);
        int first = tokens.at(utterance, start);
        int token = first;
        while (token < last && tokens.start(token) < end) {
            token++;
        }
        loose |= token == first || tokens.start(first) > start || tokens.end(token - 1) < end;
        boolean free = !loose && !touch(first, token);
        claimed.set(first, token);
        return free;
    }

    /**
     * Gives back the entities that lie within the tokens [from, to) of one utterance.
     *
     * @param run the number there, which is forgotten; null if there is none
     */
    public void release(int from, int to, DigitRun run) {
        int utterance = tokens.utterance(from);
        int end = tokens.end(to - 1);
        Entity first = new Entity(null, utterance, tokens.start(from), end);
        Entity behind = new Entity(null, utterance, end, end);
        for (Entity entity : List.copyOf(entities.subSet(first, behind))) {
            if (entity.end() <= end) {
                entities.remove(entity);
                claimed.clear(tokens.at(utterance, entity.start()), tokens.at(utterance, entity.end() - 1) + 1);
                if (run != null) {
                    forgotten.add(number(entity.type(), run));
                }
            }
        }
        unclaimed.forget();
    }

    /** The tokens [from, to) of one utterance. */
    public void claimTokens(EntityType type, int from, int to) {
        assert from < to && tokens.utterance(from) == tokens.utterance(to - 1) : type + " in several utterances";
        claim(type, tokens.utterance(from), tokens.start(from), tokens.end(to - 1));
    }

    /** One entity in each utterance that the number runs through. */
    public void claim(EntityType type, DigitRun number) {
        for (DigitRun part : number.byUtterance()) {
            claim(type, part.utterance(), part.start(), part.end());
        }
        numbers.add(number(type, number));
    }

    private static KnownNumber number(EntityType type, DigitRun run) {
        return new KnownNumber(type, run.digits(), run.utterance(), run.last().utterance());
    }

    /** A number whose pieces are claimed one by one. */
    public void remember(EntityType type, String digits, int firstUtterance, int lastUtterance) {
        numbers.add(new KnownNumber(type, digits, firstUtterance, lastUtterance));
    }

    public List<KnownNumber> numbers() {
        if (!forgotten.isEmpty()) {
            numbers.removeIf(forgotten::contains);
            forgotten.clear();
        }
        return numbers;
    }

    /** The first ones that a condition holds for, as they are now. */
    public List<KnownNumber> numbers(Predicate<KnownNumber> wanted, int most) {
        List<KnownNumber> found = new ArrayList<>();
        List<KnownNumber> all = numbers();
        for (int i = 0; i < all.size() && found.size() < most; i++) {
            if (wanted.test(all.get(i))) {
                found.add(all.get(i));
            }
        }
        return found;
    }

    /** Whether a character of the group is claimed. */
    public boolean touch(DigitGroup group) {
        return touch(group.token(), group.tokenEnd());
    }

    /** Whether one of the tokens [from, to) is claimed. */
    public boolean touch(int from, int to) {
        int next = to > from ? claimed.nextSetBit(from) : -1;
        return next >= 0 && next < to;
    }

    /** Whether all tokens [from, to) are claimed. */
    public boolean cover(int from, int to) {
        return claimed.nextClearBit(from) >= to;
    }

    /** What is left of the digits of a call, cut where a claim ends. */
    public List<DigitRun> unclaimed(List<DigitRun> runs) {
        return claimed.isEmpty() ? runs : unclaimed.of(runs, changes);
    }

    /** The first claimed token from this one on. */
    int nextClaim(int token) {
        int claim = claimed.nextSetBit(token);
        return claim < 0 ? Integer.MAX_VALUE : claim;
    }

    /** Whether a character of one of its groups is claimed. */
    public boolean touchAny(DigitRun run) {
        int claim = claimed.nextSetBit(run.first().token());
        if (claim < 0 || claim >= run.last().tokenEnd()) {
            return false;
        }
        for (int i = 0; i < run.size(); i++) {
            if (touch(run.group(i))) {
                return true;
            }
        }
        return false;
    }

    public boolean has(EntityType type) {
        return utterances.containsKey(type);
    }

    /** Whether a type was claimed in one of the utterances [from, to]. */
    public boolean has(EntityType type, int from, int to) {
        int next = utterances.getOrDefault(type, NOWHERE).nextSetBit(Math.max(0, from));
        return next >= 0 && next <= to;
    }

    /** The type under which an offset is claimed; null if it is not. */
    public EntityType typeAt(int utterance, int offset) {
        Entity there = overlapping(new Entity(null, utterance, offset, offset + 1));
        return there == null ? null : there.type();
    }

    /** The type of the last claim before an offset, in whichever utterance; null if there is none. */
    public EntityType typeBefore(int utterance, int offset) {
        Entity last = entities.lower(new Entity(null, utterance, offset, offset));
        return last == null ? null : last.type();
    }

    public boolean isEmpty() {
        return entities.isEmpty();
    }

    /** The first ones of a type. */
    public List<Entity> entities(EntityType type, int most) {
        List<Entity> found = new ArrayList<>();
        for (Entity entity : entities) {
            if (found.size() < most && entity.type().equals(type)) {
                found.add(entity);
            }
        }
        return found;
    }

    /** Ordered by utterance and start, without overlaps. */
    public List<Entity> entities() {
        return List.copyOf(entities);
    }

    private static int compare(Entity one, Entity other) {
        return one.utterance() == other.utterance()
                ? Integer.compare(one.start(), other.start())
                : Integer.compare(one.utterance(), other.utterance());
    }

    private Entity overlapping(Entity span) {
        if (entities.isEmpty()) {
            return null;
        }
        Entity last = entities.lower(new Entity(null, span.utterance(), span.end(), span.end()));
        return last != null && last.utterance() == span.utterance() && last.end() > span.start() ? last : null;
    }
}
