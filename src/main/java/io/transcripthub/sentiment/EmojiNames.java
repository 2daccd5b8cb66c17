package io.transcripthub.sentiment;

import java.util.HashMap;
import java.util.Map;

/**
 * Puts the names of emoji in their place. VADER goes through a text by code points, so in a sequence each of them is
 * named by itself, and what has no name (joiners, variation selectors) stays where it is.
 */
final class EmojiNames {
    private final Map<Integer, String> names = new HashMap<>(1 << 12);
    private final int first;

    EmojiNames() {
        for (String line : Resource.lines("emoji.tsv")) {
            int tab = line.indexOf('\t');
            names.put(line.codePointAt(0), line.substring(tab + 1));
        }
        first = names.keySet().stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    /** The text with names; one that touches what stands before it is set off by a space. */
    char[] spelledOut(String text) {
        char[] characters = text.toCharArray();
        for (char character : characters) {
            if (character >= first) {
                return spellOut(text).toCharArray();
            }
        }
        return characters;
    }

    private String spellOut(String text) {
        StringBuilder spelled = new StringBuilder(text.length() + 64);
        boolean apart = true;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            String name = character < first ? null : names.get(character);
            if (name == null) {
                spelled.appendCodePoint(character);
            } else {
                spelled.append(apart ? "" : " ").append(name);
            }
            apart = character == ' ';
            i += Character.charCount(character);
        }
        return spelled.toString();
    }
}
