package io.transcripthub.doctor;

/**
 * What a check has found.
 *
 * @param words what is there, or what is wrong and what to do about it
 */
public record Diagnosis(Verdict verdict, String words) {
    /** How it stands. */
    public enum Verdict {
        OK,
        FAILED,
        /** Nothing to check: not configured, or without an effect yet. */
        NONE
    }

    public static Diagnosis ok(String words) {
        return new Diagnosis(Verdict.OK, words);
    }

    public static Diagnosis failed(String words) {
        return new Diagnosis(Verdict.FAILED, words);
    }

    static Diagnosis none(String words) {
        return new Diagnosis(Verdict.NONE, words);
    }

    @Override
    public String toString() {
        return verdict == Verdict.NONE ? words : verdict + ", " + words;
    }
}
