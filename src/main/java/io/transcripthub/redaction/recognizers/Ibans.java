package io.transcripthub.redaction.recognizers;

/** International bank account numbers by ISO 13616: country, two check digits, account; remainder 1 modulo 97. */
final class Ibans {
    /** Country and length in characters, from SWIFT's IBAN registry. */
    private static final String REGISTRY = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 "
            + "BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 "
            + "GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 "
            + "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 "
            + "PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 "
            + "TN24 TR26 UA29 VA22 VG24 XK20 YE30";

    private static final int BANK = 4;
    private static final int BANK_END = 8;
    private static final int LETTERS = 26;
    /** Characters by both letters of the country. */
    private static final byte[] LENGTHS = lengths();

    private Ibans() {}

    /** Characters that an IBAN of this country has, 0 if the country has none. */
    static int length(CharSequence country) {
        return country.length() == 2 ? length(country.charAt(0), country.charAt(1)) : 0;
    }

    /** The same by the country's letters. */
    static int length(char first, char second) {
        return isCapital(first) && isCapital(second) ? LENGTHS[index(first, second)] : 0;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static int index(char first, char second) {
        return (first - 'A') * LETTERS + second - 'A';
    }

    private static byte[] lengths() {
        byte[] lengths = new byte[LETTERS * LETTERS];
        for (String entry : REGISTRY.split(" ", -1)) {
            lengths[index(entry.charAt(0), entry.charAt(1))] = Byte.parseByte(entry.substring(2));
        }
        return lengths;
    }

    /**
     * @param iban upper-case letters and digits without separators
     */
    static boolean isValid(String iban) {
        return iban.length() > BANK_END
                && length(iban.charAt(0), iban.charAt(1)) == iban.length()
                && (isChecked(iban) || isChecked(withBank(iban)));
    }

    private static boolean isChecked(String iban) {
        return remainder(iban.substring(BANK) + iban.substring(0, BANK)) == 1;
    }

    /** "r e v o": among the letters of a bank what sounds like a zero is a letter, too. */
    private static String withBank(String iban) {
        String bank = iban.substring(BANK, BANK_END);
        boolean letters = !Character.isDigit(bank.charAt(0)) || !Character.isDigit(bank.charAt(1));
        return letters ? iban.substring(0, BANK) + bank.replace('0', 'O') + iban.substring(BANK_END) : iban;
    }

    private static int remainder(String rearranged) {
        int remainder = 0;
        for (int i = 0; i < rearranged.length(); i++) {
            int value = Character.digit(rearranged.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
