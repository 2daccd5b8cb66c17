package io.transcripthub.redaction.numbers;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Card numbers by ISO/IEC 7812: 13 to 19 digits, of an issuer's range and length, ending in a Luhn check digit (annex B).
 * Ranges as the networks publish them and Wikipedia's "Payment card number" collects them.
 */
public final class PaymentCards {
    public static final int SHORTEST = 13;
    public static final int LONGEST = 19;

    private static final int PREFIX = 4;

    private static final List<IssuerRange> ISSUERS = List.of(
            // Visa
            range("4", "4", 13),
            range("4", "4", 16),
            range("4", "4", 19),
            // Mastercard
            range("51", "55", 16),
            range("2221", "2720", 16),
            // American Express
            range("34", "34", 15),
            range("37", "37", 15),
            // Diners Club
            range("300", "305", 14, 19),
            range("3095", "3095", 14, 19),
            range("36", "36", 14, 19),
            range("38", "39", 14, 19),
            // Discover
            range("6011", "6011", 16, 19),
            range("644", "659", 16, 19),
            // UnionPay, with Discover's share of it
            range("62", "62", 16, 19),
            range("81", "81", 16, 19),
            // JCB
            range("3528", "3589", 16, 19),
            // Maestro, with InterPayment (636) and InstaPayment (637-639)
            range("50", "50", 13, 19),
            range("56", "58", 13, 19),
            range("63", "63", 13, 19),
            range("67", "67", 13, 19),
            // RuPay, with Hipercard (606282)
            range("60", "60", 16),
            range("82", "82", 16),
            // Mir
            range("2200", "2204", 16, 19),
            // Troy
            range("9792", "9792", 16),
            // Uzcard and Humo
            range("8600", "8600", 16),
            range("9860", "9860", 16),
            // UATP
            range("1", "1", 15));

    /** Lengths of numbers, as bits, by the first four digits. */
    private static final int[] LENGTHS = lengthsByPrefix();

    private PaymentCards() {}

    /** Whether the digits [from, to), ASCII, are a card number. */
    public static boolean isCardNumber(CharSequence digits, int from, int to) {
        return to - from >= SHORTEST
                && to - from <= LONGEST
                && isOfIssuer(digits, from, to - from)
                && isLuhnValid(digits, from, to);
    }

    /** Whether a card number may begin with these digits, ASCII. */
    public static boolean mayBeginWith(CharSequence digits) {
        return digits.length() < PREFIX || LENGTHS[prefix(digits, 0)] != 0;
    }

    /** Luhn's formula: every second digit from the right doubled, digit sums added, a multiple of ten. */
    public static boolean isLuhnValid(CharSequence digits, int from, int to) {
        int sum = 0;
        for (int i = to - 1; i >= from; i--) {
            int digit = digits.charAt(i) - '0';
            int weighted = (to - i) % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private static boolean isOfIssuer(CharSequence digits, int from, int length) {
        return (LENGTHS[prefix(digits, from)] >> length & 1) == 1;
    }

    private static int prefix(CharSequence digits, int from) {
        int prefix = 0;
        for (int i = from; i < from + PREFIX; i++) {
            prefix = 10 * prefix + digits.charAt(i) - '0';
        }
        return prefix;
    }

    private static int[] lengthsByPrefix() {
        int[] lengths = new int[10_000];
        for (IssuerRange issuer : ISSUERS) {
            for (int prefix = issuer.first(); prefix <= issuer.last(); prefix++) {
                lengths[prefix] |= issuer.lengths();
            }
        }
        return lengths;
    }

    private static IssuerRange range(String first, String last, int length) {
        return range(first, last, length, length);
    }

    private static IssuerRange range(String first, String last, int shortest, int longest) {
        int lengths = IntStream.rangeClosed(shortest, longest)
                .map(length -> 1 << length)
                .sum();
        return new IssuerRange(padded(first, '0'), padded(last, '9'), lengths);
    }

    private static int padded(String prefix, char with) {
        return Integer.parseInt(prefix + String.valueOf(with).repeat(PREFIX - prefix.length()));
    }

    /** First and last prefix, and the lengths of numbers as bits. */
    private record IssuerRange(int first, int last, int lengths) {}
}
