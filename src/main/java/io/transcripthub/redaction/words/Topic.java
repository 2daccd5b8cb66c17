package io.transcripthub.redaction.words;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What words around a number say it is. Each is one object: topics of the same name are not equal. */
public final class Topic {
    /** Instead of a number of digits: a date with the month's name. */
    public static final int DATE = -1;

    public static final Topic CARD = new Topic("CARD", 12, 40, false);
    public static final Topic CVV = new Topic("CVV", 3, 4, false);
    public static final Topic EXPIRY = new Topic("EXPIRY", 3, 8, false);
    public static final Topic SSN = new Topic("SSN", 4, 18, false);
    public static final Topic PHONE = new Topic("PHONE", 7, 22, false);
    public static final Topic PHONE_WEAK = new Topic("PHONE?", 7, 15, true);
    public static final Topic EMAIL = new Topic("EMAIL", 99, 0, false);
    public static final Topic IBAN = new Topic("IBAN", 12, 34, false);
    public static final Topic ACCOUNT = new Topic("ACCOUNT", 5, 20, false);
    public static final Topic ACCOUNT_WEAK = new Topic("ACCOUNT?", 6, 17, true);
    public static final Topic ROUTING = new Topic("ROUTING", 6, 9, false);
    public static final Topic BIRTH = new Topic("BIRTH", 2, 16, false);
    public static final Topic PIN = new Topic("PIN", 4, 8, false);
    public static final Topic PASSPORT = new Topic("PASSPORT", 5, 12, false);
    public static final Topic IP = new Topic("IP", 4, 40, false);
    public static final Topic PERSON = new Topic("PERSON", 99, 0, false);
    public static final Topic ADDRESS = new Topic("ADDRESS", 5, 9, false);
    public static final Topic HARMLESS = new Topic("HARMLESS", 0, Integer.MAX_VALUE, false);
    /** What is paid or measured; longer numbers are none. */
    public static final Topic AMOUNT = new Topic("AMOUNT", 1, 6, false);

    /** A room, a seat, a gate. */
    public static final Topic PLACE = new Topic("PLACE", 1, 8, false);

    public static final Topic HARMLESS_WEAK = new Topic("HARMLESS?", 0, Integer.MAX_VALUE, true);
    /** A line that a company gives to everybody. */
    public static final Topic PUBLIC = new Topic("PUBLIC", 3, 15, false);
    /** The end of a longer number. */
    public static final Topic LAST_FOUR = new Topic("LAST_FOUR", 3, 6, true);
    /** A code that is a card's if a card was given before. */
    public static final Topic CODE = new Topic("CODE?", 3, 4, true);
    /** Says that a call is with a clinic, a utility or a carrier. */
    public static final Topic UTILITY = new Topic("UTILITY", 99, 0, false);
    /** Says that a call is about a bank. */
    public static final Topic BANK = new Topic("BANK", 99, 0, false);
    /** A machine that numbers are keyed in at. */
    public static final Topic KEYPAD = new Topic("KEYPAD", 99, 0, false);
    /** Said where a shorter phrase would be a cue. */
    static final Topic NOTHING = new Topic("NOTHING", 99, 0, true);
    /** What a date is of, if it is nobody's birthday. */
    public static final Topic EVENT = new Topic("EVENT", 2, 8, false);

    public static final Map<String, Topic> BY_NAME = Arrays.stream(new Topic[] {
                CARD,
                CVV,
                EXPIRY,
                SSN,
                PHONE,
                PHONE_WEAK,
                EMAIL,
                IBAN,
                ACCOUNT,
                ACCOUNT_WEAK,
                ROUTING,
                BIRTH,
                PIN,
                PASSPORT,
                IP,
                PERSON,
                ADDRESS,
                HARMLESS,
                AMOUNT,
                PLACE,
                HARMLESS_WEAK,
                PUBLIC,
                LAST_FOUR,
                EVENT,
                CODE,
                BANK,
                UTILITY,
                KEYPAD,
                NOTHING
            })
            .collect(Collectors.toUnmodifiableMap(Topic::name, Function.identity()));

    private static final Map<String, Topic> BY_TYPE = Map.ofEntries(
            Map.entry("CREDIT_CARD", CARD),
            Map.entry("CARD_CVV", CVV),
            Map.entry("CARD_EXPIRY", EXPIRY),
            Map.entry("BANK_ACCOUNT", ACCOUNT),
            Map.entry("BANK_ROUTING", ROUTING),
            Map.entry("DATE_OF_BIRTH", BIRTH),
            Map.entry("IP_ADDRESS", IP));

    /**
     * @param type name of an entity type, or {@code HARMLESS}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Topic of(String type) {
        Topic topic = BY_TYPE.getOrDefault(type, BY_NAME.get(type));
        if (topic == null) {
            throw new IllegalArgumentException("expected a type of personal data or HARMLESS, found '" + type + "'");
        }
        return topic;
    }

    private final String name;
    private final int shortest;
    private final int longest;
    private final boolean weak;
    private final long bit;

    /**
     * @param name as in cues.txt; what a user adds bears the name of its type
     * @param shortest number of digits that such a number has at least
     * @param longest number of digits that it has at most
     * @param weak whether it yields to any other topic that is not right beside the number
     */
    public Topic(String name, int shortest, int longest, boolean weak) {
        this.name = name;
        this.shortest = shortest;
        this.longest = longest;
        this.weak = weak;
        this.bit = 1L << name.hashCode();
    }

    public String name() {
        return name;
    }

    /** One of 64, so that others may have the same. */
    long bit() {
        return bit;
    }

    public int shortest() {
        return shortest;
    }

    public int longest() {
        return longest;
    }

    public boolean weak() {
        return weak;
    }

    /** Whether a number of so many digits can be meant, or a {@link #DATE}. */
    public boolean fits(int digits) {
        if (digits == DATE) {
            return equals(EXPIRY) || equals(BIRTH) || equals(EVENT) || equals(HARMLESS) || equals(HARMLESS_WEAK);
        }
        return digits >= shortest && digits <= longest;
    }

    public boolean isHarmless() {
        return this == HARMLESS || this == HARMLESS_WEAK || this == AMOUNT || this == PLACE;
    }
}
