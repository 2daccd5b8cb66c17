package io.transcripthub.api;

import io.transcripthub.ledger.DeliveryState;
import io.transcripthub.ledger.Doorbell;
import io.transcripthub.ledger.Notice;
import io.transcripthub.ledger.NoticeStatus;
import io.transcripthub.ledger.Notices;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations of the HTTP API on notices: what sinks are told that is not about a job. */
public final class NoticesApi {
    private final Notices notices;
    private final Doorbell doorbell;

    public NoticesApi(Notices notices, Doorbell doorbell) {
        this.notices = notices;
        this.doorbell = doorbell;
    }

    /** Newest first. {@code after} is the cursor that the page before named as {@code next}. */
    public Answer listNotices(String state, String limit, String after) {
        return Answer.unlessRejected(() -> {
            DeliveryState wanted = Parameters.oneOf("state", state, DeliveryState.class);
            int rows = Parameters.limit(limit);
            List<NoticeStatus> found = notices.list(wanted, Parameters.after(after), rows);
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("notices", found.stream().map(NoticesApi::json).toList());
            page.put(
                    "next",
                    found.size() < rows
                            ? null
                            : Long.toString(found.get(rows - 1).notice().seq()));
            return Answer.ok(page);
        });
    }

    public Answer getNotice(String eventId) {
        return shown(200, eventId);
    }

    public Answer retryNotice(String eventId) {
        if (notices.retry(eventId)) {
            doorbell.ring();
            return shown(202, eventId);
        }
        return notices.find(eventId)
                .map(found -> Answer.error(
                        409, "nothing to retry: expected a notice that is DEAD, found " + found.state(), null))
                .orElseGet(() -> unknown(eventId));
    }

    private Answer shown(int status, String eventId) {
        return notices.find(eventId)
                .map(found -> new Answer(status, json(found)))
                .orElseGet(() -> unknown(eventId));
    }

    private static Answer unknown(String eventId) {
        return Answer.error(404, "no notice '" + eventId + "'", null);
    }

    private static Map<String, Object> json(NoticeStatus status) {
        Notice notice = status.notice();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("eventId", notice.eventId());
        json.put("account", notice.account());
        json.put("type", notice.type());
        json.put("sink", notice.sink());
        json.put("state", status.state().name());
        json.put("reason", status.reason());
        json.put("attempts", notice.attempts());
        json.put("nextAttemptAt", text(status.leased() ? null : status.dueAt()));
        json.put("createdAt", text(notice.createdAt()));
        json.put("updatedAt", text(status.updatedAt()));
        return json;
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
