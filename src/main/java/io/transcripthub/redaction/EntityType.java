package io.transcripthub.redaction;

import java.util.List;

/**
 * What a redacted span was: one of {@link #values()}, or a type of a user's own.
 *
 * @param name upper-case letters, digits and underscores
 */
public record EntityType(String name) {
    public static final EntityType CREDIT_CARD = new EntityType("CREDIT_CARD");
    public static final EntityType CARD_CVV = new EntityType("CARD_CVV");
    public static final EntityType CARD_EXPIRY = new EntityType("CARD_EXPIRY");
    public static final EntityType SSN = new EntityType("SSN");
    public static final EntityType PHONE = new EntityType("PHONE");
    public static final EntityType EMAIL = new EntityType("EMAIL");
    public static final EntityType IBAN = new EntityType("IBAN");
    public static final EntityType BANK_ACCOUNT = new EntityType("BANK_ACCOUNT");
    public static final EntityType BANK_ROUTING = new EntityType("BANK_ROUTING");
    public static final EntityType DATE_OF_BIRTH = new EntityType("DATE_OF_BIRTH");
    public static final EntityType PIN = new EntityType("PIN");
    public static final EntityType PASSPORT = new EntityType("PASSPORT");
    public static final EntityType IP_ADDRESS = new EntityType("IP_ADDRESS");
    public static final EntityType PERSON = new EntityType("PERSON");
    public static final EntityType ADDRESS = new EntityType("ADDRESS");

    private static final List<EntityType> ALL = List.of(
            CREDIT_CARD,
            CARD_CVV,
            CARD_EXPIRY,
            SSN,
            PHONE,
            EMAIL,
            IBAN,
            BANK_ACCOUNT,
            BANK_ROUTING,
            DATE_OF_BIRTH,
            PIN,
            PASSPORT,
            IP_ADDRESS,
            PERSON,
            ADDRESS);

    /** The types that the redactor knows without configuration. */
    public static EntityType[] values() {
        return ALL.toArray(EntityType[]::new);
    }

    /** The constant of this name where there is one. */
    public static EntityType valueOf(String name) {
        return ALL.stream().filter(type -> type.name.equals(name)).findFirst().orElseGet(() -> new EntityType(name));
    }

    /** What stands in a text in place of such a value, e.g. {@code [REDACTED_CREDIT_CARD]}. */
    public String placeholder() {
        return "[REDACTED_" + name + "]";
    }

    /** Written out, as what records do by themselves takes longer to set up than all else here. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof EntityType type && name.equals(type.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
