package io.transcripthub.chats;

/**
 * How large an injection may be.
 *
 * @param messages at most
 * @param bytes at most, of its JSON in UTF-8
 */
record ChatLimits(int messages, int bytes) {
    /** What CXone takes. */
    static final ChatLimits CXONE = new ChatLimits(500, 1 << 20);
}
