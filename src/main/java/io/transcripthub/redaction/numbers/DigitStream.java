package io.transcripthub.redaction.numbers;

/** Digit groups in their order, and the digits of all of them in one string; what it is made of is not copied. */
public final class DigitStream {
    private final DigitGroup[] groups;
    private final int[] offsets;
    private final String digits;

    public DigitStream(DigitGroup[] groups) {
        this.groups = groups;
        this.offsets = new int[groups.length + 1];
        for (int i = 0; i < groups.length; i++) {
            offsets[i + 1] = offsets[i] + groups[i].size();
        }
        this.digits = groups.length == 1 ? groups[0].digits() : join();
    }

    private String join() {
        StringBuilder joined = new StringBuilder(offsets[groups.length]);
        for (DigitGroup group : groups) {
            joined.append(group.digits());
        }
        return joined.toString();
    }

    public int size() {
        return groups.length;
    }

    public DigitGroup group(int index) {
        return groups[index];
    }

    /** Number of digits in the groups [from, to). */
    public int digitCount(int from, int to) {
        return offsets[to] - offsets[from];
    }

    /** Digits of the groups [from, to), as ASCII whatever their script. */
    public String digits(int from, int to) {
        return digits.substring(offsets[from], offsets[to]);
    }

    /** Whether the groups [from, to) together are one. */
    public boolean isCardNumber(int from, int to) {
        return PaymentCards.isCardNumber(digits, offsets[from], offsets[to]);
    }
}
