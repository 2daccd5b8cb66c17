package io.transcripthub.settings;

import java.util.Comparator;
import java.util.stream.Stream;

/** Levenshtein distance of two short names, for "did you mean". */
public final class EditDistance {
    private EditDistance() {}

    /** {@code ; did you mean 'the nearest of the known names'?}, or nothing when none is near. */
    public static String suggestion(String name, Stream<String> known) {
        return known.min(Comparator.comparingInt((String other) -> between(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(nearest -> between(name, nearest) <= Math.min(name.length() - 1, 1 + name.length() / 4))
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    static int between(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
