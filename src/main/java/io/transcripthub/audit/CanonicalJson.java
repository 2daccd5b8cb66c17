package io.transcripthub.audit;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) gives to a value: no white space, members sorted by
 * the UTF-16 code units of their names, numbers as ECMAScript prints them, only the necessary escapes.
 */
public final class CanonicalJson {
    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * @param value Map with String keys, List, String, Number, Boolean or null, nested at will. Numbers are IEEE 754
     *     doubles: an integer must be one exactly, a decimal is rounded to the nearest
     * @throws IllegalArgumentException for any other type, NaN, infinities, integers that a double cannot hold, and
     *     strings with half a surrogate pair
     */
    public static String of(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    private void write(Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Number number) {
            out.append(EcmaScriptNumber.format(number));
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof List<?> items) {
            array(items);
        } else {
            throw new IllegalArgumentException("expected a Map, List, String, Number, Boolean or null, found a "
                    + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> members) {
        out.append('{');
        for (Iterator<Map.Entry<String, Object>> each =
                        sorted(members).entrySet().iterator();
                each.hasNext(); ) {
            Map.Entry<String, Object> member = each.next();
            string(member.getKey());
            out.append(':');
            write(member.getValue());
            out.append(each.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private static SortedMap<String, Object> sorted(Map<?, ?> members) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("expected member names to be strings, found "
                        + (name == null ? "null" : "a " + name.getClass().getName()));
            }
            sorted.put(text, value);
        });
        return sorted;
    }

    private void array(List<?> items) {
        out.append('[');
        for (Iterator<?> each = items.iterator(); each.hasNext(); ) {
            write(each.next());
            out.append(each.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (Character.isSurrogate(unit)) {
                requirePair(text, index);
            }
            character(unit);
        }
        out.append('"');
    }

    private void character(char unit) {
        switch (unit) {
            case '"', '\\' -> out.append('\\').append(unit);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (unit < ' ') {
                    out.append("\\u%04x".formatted((int) unit));
                } else {
                    out.append(unit);
                }
            }
        }
    }

    private static void requirePair(String text, int index) {
        boolean paired = Character.isHighSurrogate(text.charAt(index))
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        if (!paired) {
            throw new IllegalArgumentException("expected well-formed Unicode, found half a surrogate pair");
        }
    }
}
