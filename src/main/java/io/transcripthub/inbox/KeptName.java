package io.transcripthub.inbox;

/** What is kept of a file is called after it; its name may come again, and be as long as a name can be. */
final class KeptName {
    private static final int LONGEST = 60;
    private static final int HASH_DIGITS = 12;

    private KeptName() {}

    /** @param identity of which the first digits keep files of the same name apart */
    static String of(String name, String identity) {
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return start + "." + (identity.length() > HASH_DIGITS ? identity.substring(0, HASH_DIGITS) : identity);
    }
}
