package io.transcripthub.cli;

import java.util.Arrays;

/** Ids of very many jobs, eight bytes each: the first 64 bits of an id tell it from others. */
final class JobIds {
    private static final String PREFIX = "job_";
    private static final int DIGITS = 16;

    private long[] ids = new long[1024];
    private int size;
    private boolean sorted = true;

    void add(String jobId) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = first64Bits(jobId);
        sorted = false;
    }

    int size() {
        return size;
    }

    boolean contains(String jobId) {
        if (!sorted) {
            Arrays.sort(ids, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(ids, 0, size, first64Bits(jobId)) >= 0;
    }

    private static long first64Bits(String jobId) {
        return Long.parseUnsignedLong(jobId, PREFIX.length(), PREFIX.length() + DIGITS, 16);
    }
}
