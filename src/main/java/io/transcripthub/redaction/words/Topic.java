package io.transcripthub.redaction.words;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What words around a number say it is. Each is one object: topics of the same name are not equal. */
public final class Topic {
    /** Instead of a number of digits: a date with the month's name. */
    public static final int DATE = -1;

    /** The number of all topics that users add. */
    private static final int OWN = Long.SIZE - 1;

    public static final Topic CARD = new Topic(0, "CARD", 12, 40, false);
    public static final Topic CVV = new Topic(1, "CVV", 3, 4, false);
    public static final Topic EXPIRY = new Topic(2, "EXPIRY", 3, 8, false);
    public static final Topic SSN = new Topic(3, "SSN", 4, 18, false);
    public static final Topic PHONE = new Topic(4, "PHONE", 7, 22, false);
    public static final Topic PHONE_WEAK = new Topic(5, "PHONE?", 7, 15, true);
    public static final Topic EMAIL = new Topic(6, "EMAIL", 99, 0, false);
    public static final Topic IBAN = new Topic(7, "IBAN", 12, 34, false);
    public static final Topic ACCOUNT = new Topic(8, "ACCOUNT", 5, 20, false);
    public static final Topic ACCOUNT_WEAK = new Topic(9, "ACCOUNT?", 6, 17, true);
    public static final Topic ROUTING = new Topic(10, "ROUTING", 6, 9, false);
    public static final Topic BIRTH = new Topic(11, "BIRTH", 2, 16, false);
    public static final Topic PIN = new Topic(12, "PIN", 4, 8, false);
    public static final Topic PASSPORT = new Topic(13, "PASSPORT", 5, 12, false);
    public static final Topic IP = new Topic(14, "IP", 4, 40, false);
    public static final Topic PERSON = new Topic(15, "PERSON", 99, 0, false);
    public static final Topic ADDRESS = new Topic(16, "ADDRESS", 5, 9, false);
    public static final Topic HARMLESS = new Topic(17, "HARMLESS", 0, Integer.MAX_VALUE, false);
    /** What is paid or measured; longer numbers are none. */
    public static final Topic AMOUNT = new Topic(18, "AMOUNT", 1, 6, false);

    /** A room, a seat, a gate. */
    public static final Topic PLACE = new Topic(19, "PLACE", 1, 8, false);

    public static final Topic HARMLESS_WEAK = new Topic(20, "HARMLESS?", 0, Integer.MAX_VALUE, true);
    /** A line that a company gives to everybody. */
    public static final Topic PUBLIC = new Topic(21, "PUBLIC", 3, 15, false);
    /** The end of a longer number. */
    public static final Topic LAST_FOUR = new Topic(22, "LAST_FOUR", 3, 6, true);
    /** A code that is a card's if a card was given before. */
    public static final Topic CODE = new Topic(23, "CODE?", 3, 4, true);
    /** Says that a call is with a clinic, a utility or a carrier. */
    public static final Topic UTILITY = new Topic(24, "UTILITY", 99, 0, false);
    /** Says that a call is about a bank. */
    public static final Topic BANK = new Topic(25, "BANK", 99, 0, false);
    /** A machine that numbers are keyed in at. */
    public static final Topic KEYPAD = new Topic(26, "KEYPAD", 99, 0, false);
    /** Said where a shorter phrase would be a cue. */
    static final Topic NOTHING = new Topic(27, "NOTHING", 99, 0, true);
    /** What a date is of, if it is nobody's birthday. */
    public static final Topic EVENT = new Topic(28, "EVENT", 2, 8, false);

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
     * @param name that of its type
     * @param shortest number of digits that such a number has at least
     * @param longest number of digits that it has at most
     * @param weak whether it yields to any other topic that is not right beside the number
     */
    public Topic(String name, int shortest, int longest, boolean weak) {
        this(OWN, name, shortest, longest, weak);
    }

    /** @param number of a topic that the redactor knows; each has its own */
    private Topic(int number, String name, int shortest, int longest, boolean weak) {
        this.name = name;
        this.shortest = shortest;
        this.longest = longest;
        this.weak = weak;
        this.bit = 1L << number;
    }

    public String name() {
        return name;
    }

    /** Its own, unless a user added it: those have the same all. */
    long bit() {
        return bit;
    }

    /** Whether a user added it. */
    boolean isOwn() {
        return bit == 1L << OWN;
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
