package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.words.Characters;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names that were found in a call, in lower case. */
final class KnownNames {
    private static final int FIRST_BEYOND_ASCII = 128;

    private final Set<String> names = new HashSet<>();
    /** Bits of their first letters. */
    private long initials;
    /** Bits of their lengths. */
    private long lengths;

    /** Letters beyond ASCII may be more or fewer in lower case. */
    void add(String name) {
        names.add(name);
        initials |= 1L << (name.charAt(0) & 63);
        lengths |= isPlain(name) ? 1L << (name.length() & 63) : -1;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Before the costly look at a word. */
    boolean mayHaveLength(int length) {
        return (lengths >> (length & 63) & 1) == 1;
    }

    /** The same by its first letter, whatever its case. */
    boolean mayBeginWith(char letter) {
        return (initials >> (Characters.lower(letter) & 63) & 1) == 1;
    }

    /** Whatever its case. */
    boolean contain(String word) {
        return names.contains(word.toLowerCase(Locale.ROOT));
    }
}
