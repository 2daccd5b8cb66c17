package io.transcripthub.api;

import io.transcripthub.intake.ChatIntake;
import io.transcripthub.intake.Intake;
import io.transcripthub.ledger.Ledger.Submitted;
import java.util.LinkedHashMap;
import java.util.Map;

/** The operations of the HTTP API that hand something in, by their OpenAPI operation ids. */
public final class IntakeApi {
    private final Intake intake;
    private final ChatIntake chats;
    private final JobsApi jobs;

    public IntakeApi(Intake intake, ChatIntake chats, JobsApi jobs) {
        this.intake = intake;
        this.chats = chats;
        this.jobs = jobs;
    }

    public Answer submitTranscription(String body) {
        return Answer.unlessRejected(() -> {
            Submitted submitted = intake.submit(body == null ? "" : body);
            return jobs.shown(submitted.isNew() ? 202 : 200, submitted.job().jobId());
        });
    }

    /** Takes bytes: what is no UTF-8 would become other text, and a chat is sent as it came. */
    public Answer injectChat(byte[] body) {
        return Answer.unlessRejected(() -> {
            Submitted submitted = chats.submit(RequestBody.utf8(body));
            return jobs.shown(submitted.isNew() ? 202 : 200, submitted.job().jobId());
        });
    }

    public Answer submitBatch(String body) {
        Intake.Batch batch = intake.submitLines(body == null ? "" : body);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accepted", batch.accepted());
        json.put("duplicates", batch.duplicates());
        json.put("rejected", batch.rejected());
        return Answer.ok(json);
    }
}
