package io.transcripthub.api;

import io.transcripthub.intake.Rejected;
import java.util.Arrays;

/** Query parameters of lists. One without a value asks for nothing. */
final class Parameters {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private Parameters() {}

    static boolean isAbsent(String parameter) {
        return parameter == null || parameter.isEmpty();
    }

    /** Rows of a page. */
    static int limit(String value) {
        return isAbsent(value) ? DEFAULT_LIMIT : (int) number("limit", value, MAX_LIMIT);
    }

    /** A cursor, null for the first page. */
    static Long after(String value) {
        return isAbsent(value) ? null : number("after", value, Long.MAX_VALUE);
    }

    /** Null when none was named. */
    static <E extends Enum<E>> E oneOf(String field, String name, Class<E> names) {
        if (isAbsent(name)) {
            return null;
        }
        return Arrays.stream(names.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Rejected.expected(
                        field, "one of " + Arrays.toString(names.getEnumConstants()), "'" + name + "'"));
    }

    private static long number(String field, String value, long most) {
        if (value.matches("\\d{1,18}") && Long.parseLong(value) >= 1 && Long.parseLong(value) <= most) {
            return Long.parseLong(value);
        }
        String range = most == Long.MAX_VALUE ? "" : " to " + most;
        throw Rejected.expected(field, "a whole number from 1" + range, "'" + value + "'");
    }
}
