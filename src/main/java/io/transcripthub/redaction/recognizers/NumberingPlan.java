package io.transcripthub.redaction.recognizers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.BitSet;
import java.util.List;

/** What libphonenumber knows of the telephone numbers that are dialled in one region. */
final class NumberingPlan {
    enum Fit {
        NONE,
        /** Of a length that the plan has. */
        POSSIBLE,
        /** In a range that the plan has given out. */
        VALID
    }

    /** Longest national number by E.164, with some room for longer ones that libphonenumber knows. */
    private static final int LONGEST = 17;

    /** Without an area code, in North America. */
    private static final int LOCAL = 7;

    /** What is dialled abroad, behind an international prefix other than 00, has more digits. */
    private static final int LONGEST_AT_HOME = 10;

    /** Callers on either side of this border give ten digits and no country. */
    private static final List<String> NORTH_AMERICA = List.of("US", "CA");

    /** Regions where a 0 and nothing else is dialled before an area code. */
    private static final List<String> PLAIN_TRUNK = List.of("GB", "IE", "FR", "BE", "NL", "DE", "AT", "CH", "IN", "ZA");

    /** Of digits behind a 0 that is no part of the number. */
    private static final int SHORTEST_BEHIND_TRUNK = 9;

    /** In North America, where the prefix is 1. */
    private static final int WITH_TRUNK = 11;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;
    private final int countryCode;
    private final String countryPrefix;
    private final String trunkPrefix;
    private final List<String> neighbours;
    private final boolean northAmerican;
    private final boolean plainTrunk;
    private final BitSet lengths = new BitSet();

    /** @param region ISO 3166 code; {@code US} stands in for one that libphonenumber does not know */
    NumberingPlan(String region) {
        this.region = numbers.getSupportedRegions().contains(region) ? region : "US";
        String prefix = numbers.getNddPrefixForRegion(this.region, true);
        this.trunkPrefix = prefix == null ? "" : prefix;
        this.countryCode = numbers.getCountryCodeForRegion(this.region);
        this.countryPrefix = String.valueOf(countryCode);
        this.northAmerican = NORTH_AMERICA.contains(this.region);
        this.plainTrunk = PLAIN_TRUNK.contains(this.region);
        this.neighbours = northAmerican ? NORTH_AMERICA : List.of(this.region);
        long digits = 1;
        for (int length = 1; length <= LONGEST; length++, digits *= 10) {
            lengths.set(
                    length,
                    numbers.isPossibleNumber(
                            new PhoneNumber().setCountryCode(countryCode).setNationalNumber(digits)));
        }
    }

    /** Of a number behind a plus sign; ranges are not looked at. */
    Fit fitInternational(String digits) {
        PhoneNumber number = parse("+" + digits);
        return number != null && numbers.isPossibleNumber(number) ? Fit.POSSIBLE : Fit.NONE;
    }

    /** Of a number that begins with a country code, though no plus sign says so. */
    Fit fitAbroad(String digits) {
        PhoneNumber number = parse("+" + digits);
        return number != null && numbers.isValidNumber(number) ? Fit.VALID : Fit.NONE;
    }

    /**
     * Of a number as it is dialled within the region: where a trunk 0 is, a number without it is only possible.
     *
     * @param number as it was read
     */
    Fit fit(String digits, PhoneNumber number) {
        if (number == null || !numbers.isPossibleNumber(number)) {
            return Fit.NONE;
        }
        if (number.getCountryCode() != countryCode) {
            return numbers.isValidNumber(number) ? Fit.VALID : Fit.POSSIBLE;
        }
        boolean complete = !trunkPrefix.equals("0") || digits.startsWith("0");
        return complete && isGivenOut(number) ? Fit.VALID : Fit.POSSIBLE;
    }

    /** Whether calls to such a number are free or cost the same from everywhere: a company's, nobody's own. */
    boolean isPublic(PhoneNumber number) {
        return number != null
                && switch (numbers.getNumberType(number)) {
                    case TOLL_FREE, SHARED_COST, PREMIUM_RATE, UAN -> true;
                    default -> false;
                };
    }

    /** A cheap look at the prefix: in North America such numbers begin with 8, 900 or 310, or are dialled abroad. */
    boolean mayBePublic(String digits) {
        int national = digits.startsWith("1") ? 1 : 0;
        return !northAmerican
                || digits.startsWith("0")
                || digits.startsWith("8", national)
                || digits.startsWith("900", national)
                || digits.startsWith("310", national);
    }

    /**
     * A cheap look at the length and the prefix: where a trunk 0 is, no number without it counts as given out, and in North
     * America none without an area code, but for 310 and four digits.
     */
    boolean mayBeGivenOut(String digits) {
        boolean local = northAmerican && digits.length() == LOCAL && !digits.startsWith("310");
        boolean withoutTrunk = trunkPrefix.equals("0") && !digits.startsWith("0") && digits.length() <= LONGEST_AT_HOME;
        return !local && !withoutTrunk;
    }

    private boolean isGivenOut(PhoneNumber number) {
        for (String neighbour : neighbours) {
            if (numbers.isValidNumberForRegion(number, neighbour)) {
                return true;
            }
        }
        return false;
    }

    /** @return null if there is no such number */
    PhoneNumber read(String digits) {
        if (!isDiallable(digits)) {
            return null;
        }
        boolean trunk = plainTrunk && digits.startsWith("0")
                || northAmerican && digits.length() == WITH_TRUNK && digits.startsWith("1");
        int from = trunk ? 1 : 0;
        return isNational(digits, from)
                ? new PhoneNumber()
                        .setCountryCode(countryCode)
                        .setNationalNumber(Long.parseLong(digits, from, digits.length(), 10))
                : parse(digits);
    }

    /** Whether the digits behind a trunk prefix are a number that needs no costly parse, as no other prefix begins like it. */
    private boolean isNational(String digits, int from) {
        char first = digits.charAt(from);
        int length = digits.length() - from;
        boolean plain = from == 0 ? !digits.startsWith(countryPrefix) : length >= SHORTEST_BEHIND_TRUNK;
        return northAmerican ? first > '1' : plainTrunk && first != '0' && plain && lengths.get(length);
    }

    private PhoneNumber parse(String digits) {
        try {
            return numbers.parse(digits, region);
        } catch (NumberParseException notOne) {
            return null;
        }
    }

    /**
     * A cheap look at the length, before the costly parse. A zero begins a trunk, carrier or international prefix, in North
     * America the latter alone.
     */
    private boolean isDiallable(String digits) {
        return digits.startsWith(northAmerican ? "011" : "0")
                || lengths.get(digits.length())
                || isDiallableBehind(trunkPrefix, digits)
                || isDiallableBehind(countryPrefix, digits);
    }

    private boolean isDiallableBehind(String prefix, String digits) {
        return digits.length() > prefix.length()
                && digits.startsWith(prefix)
                && lengths.get(digits.length() - prefix.length());
    }
}
