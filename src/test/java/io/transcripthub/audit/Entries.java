package io.transcripthub.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Entries and lines as the tests write them. */
final class Entries {
    private Entries() {}

    static Map<String, Object> at(String timestamp) {
        return Map.of("timestamp", timestamp, "action", "TRANSCRIPTION_COMPLETED", "latencySeconds", 12.5);
    }

    /** Lines that follow a head, one a timestamp. */
    static List<AuditLine> after(ChainHead head, String... timestamps) {
        List<AuditLine> lines = new ArrayList<>();
        ChainHead last = head;
        for (String timestamp : timestamps) {
            lines.add(AuditChain.next(last, at(timestamp)));
            last = lines.get(lines.size() - 1).head();
        }
        return lines;
    }
}
