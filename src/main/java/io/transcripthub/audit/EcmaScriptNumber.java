package io.transcripthub.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Numbers as ECMAScript's {@code Number::toString} prints them (ECMA-262, section 6.1.6.1.20): the fewest digits that
 * still name the double, and of those the closest.
 */
final class EcmaScriptNumber {
    /** Two decimals of at most this many digits never name the same double (DBL_DIG), so the first found is the only. */
    private static final int UNAMBIGUOUS_DIGITS = 15;

    private static final List<RoundingMode> CLOSEST_FIRST =
            List.of(RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);

    private EcmaScriptNumber() {}

    static String format(Number number) {
        double value = Double.parseDouble(number.toString());
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a finite number, found " + value);
        }
        if (isInteger(number) && new BigDecimal(value).compareTo(new BigDecimal(number.toString())) != 0) {
            throw new IllegalArgumentException("expected an integer that a double can hold, found " + number);
        }
        return value == 0 ? "0" : (value < 0 ? "-" : "") + print(shortest(Math.abs(value)));
    }

    private static boolean isInteger(Number number) {
        return number instanceof Long || number instanceof BigInteger;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal candidate = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return value >= Double.MIN_NORMAL && candidate.precision() <= UNAMBIGUOUS_DIGITS
                ? candidate
                : search(new BigDecimal(value), value);
    }

    private static BigDecimal search(BigDecimal exact, double value) {
        for (int digits = 1; ; digits++) {
            for (RoundingMode rounding : CLOSEST_FIRST) {
                BigDecimal candidate = exact.round(new MathContext(digits, rounding));
                if (candidate.doubleValue() == value) {
                    return candidate.stripTrailingZeros();
                }
            }
        }
    }

    private static String print(BigDecimal shortest) {
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (point > 21 || point <= -6) {
            return mantissa(digits) + (point > 0 ? "e+" : "e") + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String mantissa(String digits) {
        return digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    }
}
