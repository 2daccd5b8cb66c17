package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.corpus.Mark.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The corpus crossed with itself: each value of a call is said, and read back, as another call's value of that type was, with
 * what stood between its pieces; hard negatives likewise. So a wording meets talk around it that nobody tuned it on.
 */
final class CrossedCalls {
    private static final int ROUNDS = 3;
    private static final long SEED = 4;

    /** Types of which the talk around tells how many digits there are. */
    private static final Set<String> MEASURED = Set.of("CREDIT_CARD", "CARD_CVV", "SSN", "PIN");

    private final Random random = new Random(SEED);
    /** All tellings by what giver and taker have to share. */
    private final Map<String, List<List<MarkedItem>>> givers = new HashMap<>();

    private CrossedCalls() {}

    /** The same ones each time. */
    static List<CorpusCall> of(List<CorpusCall> calls) {
        CrossedCalls crossed = new CrossedCalls();
        calls.forEach(call -> tellings(call).forEach(telling -> crossed.givers
                .computeIfAbsent(shape(telling), shape -> new ArrayList<>())
                .add(telling)));
        List<CorpusCall> crossings = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (CorpusCall call : calls) {
                crossings.add(crossed.crossed(call, round));
            }
        }
        return crossings;
    }

    private CorpusCall crossed(CorpusCall call, int round) {
        CrossedCall crossing = new CrossedCall(call);
        Map<MarkedItem, MarkedItem> taken = new HashMap<>();
        for (List<MarkedItem> telling : tellings(call)) {
            List<List<MarkedItem>> alike = givers.get(shape(telling));
            List<MarkedItem> giver = alike.get(random.nextInt(alike.size()));
            for (int i = 0; i < telling.size(); i++) {
                taken.put(telling.get(i), giver.get(i));
            }
        }
        taken.keySet().stream()
                .sorted(Comparator.comparing((MarkedItem item) -> first(item).utterance())
                        .thenComparing(item -> first(item).start()))
                .forEach(item -> crossing.replace(item, taken.get(item)));
        return crossing.finish(call.id() + "-x" + round);
    }

    /**
     * What is said of each value, first by the one who tells it; without those that others run into, and the counts in cues:
     * "the last four".
     */
    private static Collection<List<MarkedItem>> tellings(CorpusCall call) {
        List<MarkedItem> items = Stream.of(Verdict.VALUE, Verdict.NEGATIVE)
                .flatMap(verdict -> call.items(verdict).stream())
                .filter(item -> !item.label().equals("count"))
                .toList();
        Map<String, List<MarkedItem>> tellings = items.stream()
                .collect(Collectors.groupingBy(
                        item -> item.label() + number(item), LinkedHashMap::new, Collectors.toList()));
        tellings.values().removeIf(telling -> telling.stream().anyMatch(item -> isRunInto(item, call)));
        return tellings.values();
    }

    private static boolean isRunInto(MarkedItem item, CorpusCall call) {
        int from = call.marks().indexOf(first(item));
        int to = call.marks().indexOf(last(item)) + 1;
        return !item.spans().containsAll(call.marks().subList(from, to))
                || !speaker(first(item), call).equals(speaker(last(item), call));
    }

    private static String shape(List<MarkedItem> telling) {
        MarkedItem value = telling.get(0);
        String language = value.call().language();
        boolean measured = MEASURED.contains(value.label());
        return value.label()
                + (value.label().equals("PHONE") ? language : language.substring(0, 2))
                + (measured ? number(value).length() : "")
                + telling.stream().map(CrossedCalls::sides).toList();
    }

    private static String sides(MarkedItem item) {
        String[] words = item.text().split("[^\\p{L}\\p{Nd}]+", -1);
        return speaker(first(item), item.call()) + isNumber(words[0]) + isNumber(words[words.length - 1]);
    }

    private static boolean isNumber(String word) {
        try {
            return SpokenNumber.read(word).matches("\\d+");
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Its digits and letters; as it was said where they can't be read. */
    private static String number(MarkedItem item) {
        try {
            return SpokenNumber.read(item);
        } catch (IllegalArgumentException unreadable) {
            return item.finalText();
        }
    }

    private static String speaker(Mark mark, CorpusCall call) {
        return call.utterances().get(mark.utterance()).speaker();
    }

    private static Mark first(MarkedItem item) {
        return item.spans().get(0);
    }

    private static Mark last(MarkedItem item) {
        return item.spans().get(item.spans().size() - 1);
    }
}
