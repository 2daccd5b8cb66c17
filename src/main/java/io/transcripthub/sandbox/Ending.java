package io.transcripthub.sandbox;

/** How a job ends. */
enum Ending {
    COMPLETED("COMPLETED", null),
    FAILED("FAILED", "The audio could not be decoded: no speech energy in any channel."),
    FAILED_WITHOUT_MESSAGE("FAILED", null),
    CANCELLED("CANCELLED", "The job was cancelled by an administrator."),
    NEVER("PROCESSING", null);

    private final String status;
    private final String errorMessage;

    Ending(String status, String errorMessage) {
        this.status = status;
        this.errorMessage = errorMessage;
    }

    String status() {
        return status;
    }

    /** Null where the vendor gives none. */
    String errorMessage() {
        return errorMessage;
    }

    static Ending of(String recordingId, Visit submission, FaultInjection faults) {
        if (recordingId.contains("-nomessage")) {
            return FAILED_WITHOUT_MESSAGE;
        }
        if (recordingId.contains("-fail") || faults.strikes(Fault.FAIL, submission)) {
            return FAILED;
        }
        if (recordingId.contains("-cancel") || faults.strikes(Fault.CANCEL, submission)) {
            return CANCELLED;
        }
        boolean stuck = recordingId.contains("-stuck") || faults.strikes(Fault.STUCK, submission);
        return stuck ? NEVER : COMPLETED;
    }
}
