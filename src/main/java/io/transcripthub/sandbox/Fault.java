package io.transcripthub.sandbox;

/** What can go wrong on command. */
public enum Fault {
    THROTTLED("429"),
    UNAVAILABLE("503"),
    LARGE_PAGE("429-large-page"),
    BROKEN("500"),
    REFUSED("400"),
    UNAUTHORIZED("401"),
    FORBIDDEN("403"),
    TRUNCATE("truncate"),
    HANG("hang"),
    DROP("drop"),
    REVOKE("revoke"),
    FAIL("fail"),
    CANCEL("cancel"),
    STUCK("stuck"),
    EARLY("early"),
    LATE("late"),
    LOST("lost"),
    DOUBLED("doubled"),
    FORGED("forged"),
    LOST_ANSWER("lost-answer"),
    GATEWAY("504"),
    UNTYPED("untyped"),
    TRAILING("trailing"),
    LOOP("loop"),
    ELSEWHERE("elsewhere"),
    TOKEN_UNAVAILABLE("token-503"),
    TOKEN_HANG("token-hang"),
    WEBHOOK_UNAVAILABLE("webhook-503"),
    WEBHOOK_DOWN("webhook-down");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    /** Its name in a fault specification. */
    public String label() {
        return label;
    }
}
