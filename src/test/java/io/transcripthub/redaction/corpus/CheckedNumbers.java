package io.transcripthub.redaction.corpus;

import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules that numbers of the corpus keep; written apart from the redactor's, so that a fault of those shows. */
final class CheckedNumbers {
    /** Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, Maestro, RuPay. */
    private static final Pattern ISSUED = Pattern.compile("4\\d{12}(\\d{3}(\\d{3})?)?"
            + "|5[1-5]\\d{14}|2(22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}|3[47]\\d{13}"
            + "|6(011|4[4-9]\\d|5\\d\\d)\\d{12,15}|3(0[0-5]|[68]\\d)\\d{11}|35(2[89]|[3-8]\\d)\\d{12,15}"
            + "|62\\d{14,17}|(50|5[6-9]|6[37])\\d{11,17}|(60|65|81|82)\\d{14}");

    private static final Pattern NEVER_ISSUED = Pattern.compile("(000|666|9)\\d*|\\d{3}00\\d*|\\d*0000");

    private static final int[] ABA_WEIGHTS = {3, 7, 1};

    private CheckedNumbers() {}

    static boolean isCard(String digits) {
        return ISSUED.matcher(digits).matches() && luhnSum(digits) % 10 == 0;
    }

    /** Remainder 1 modulo 97, by ISO 13616; letters count from A = 10. */
    static boolean isIban(String iban) {
        if (!iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        String turned = iban.substring(4) + iban.substring(0, 4);
        String digits = turned.chars()
                .mapToObj(c -> String.valueOf(Character.digit(c, 36)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Weights 3, 7 and 1 in turn, by the American Bankers Association. */
    static boolean isRoutingNumber(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += Character.digit(digits.charAt(i), 10) * ABA_WEIGHTS[i % 3];
        }
        return digits.matches("\\d{9}") && sum % 10 == 0;
    }

    /** All nine digits, or the last four. */
    static boolean isSsn(String digits) {
        return digits.matches("\\d{4}")
                || digits.matches("\\d{9}") && !NEVER_ISSUED.matcher(digits).matches();
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum;
    }
}
