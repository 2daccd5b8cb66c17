package io.transcripthub.redaction;

/** What a redacted span was. */
public enum EntityType {
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
    ADDRESS;

    /** What stands in a text in place of such a value, e.g. {@code [REDACTED_CREDIT_CARD]}. */
    public String placeholder() {
        return "[REDACTED_" + name() + "]";
    }
}
