package io.transcripthub.sandbox;

/** How a job ends. */
enum Ending {
    COMPLETED("COMPLETED", null),
    FAILED("FAILED", "The audio could not be decoded: no speech energy in any channel."),
    FAILED_WITHOUT_MESSAGE("FAILED", null),
    CANCELLED("CANCELLED", "The job was cancelled by an administrator."),
    NEVER(null, null);

    private final String status;
    private final String errorMessage;

    Ending(String status, String errorMessage) {
        this.status = status;
        this.errorMessage = errorMessage;
    }

    /** In CXone's words, null where it comes to none. */
    String status() {
        return status;
    }

    /** Null where the vendor gives none. */
    String errorMessage() {
        return errorMessage;
    }

    /** @param externalId of the recording or medium */
    static Ending of(String externalId, Visit submission, FaultInjection faults) {
        if (externalId.contains("-nomessage")) {
            return FAILED_WITHOUT_MESSAGE;
        }
        if (externalId.contains("-fail") || faults.strikes(Fault.FAIL, submission)) {
            return FAILED;
        }
        if (externalId.contains("-cancel") || faults.strikes(Fault.CANCEL, submission)) {
            return CANCELLED;
        }
        boolean stuck = externalId.contains("-stuck") || faults.strikes(Fault.STUCK, submission);
        return stuck ? NEVER : COMPLETED;
    }
}
