package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.api.Answer;
import io.transcripthub.api.JobsApi;
import io.transcripthub.api.NoticesApi;
import io.transcripthub.app.OpenLedger;
import io.transcripthub.app.RedactionSettings;
import io.transcripthub.intake.Intake;
import io.transcripthub.intake.RequestLine;
import io.transcripthub.settings.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledger of a hub that does not run, in this process. */
final class StoppedHub implements JobsAccess {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE = "100";

    private final OpenLedger open;
    private final JobsApi api;
    private final NoticesApi notices;
    private final Intake intake;

    private StoppedHub(OpenLedger open, Settings settings) {
        this.open = open;
        this.api = open.jobsApi();
        this.notices = open.noticesApi();
        this.intake = open.intake(RedactionSettings.rules(settings));
    }

    static StoppedHub open(Settings settings) {
        if (!OpenLedger.exists(settings)) {
            throw new CommandFailed("no hub answers at " + settings.get("hub.http.host") + ":"
                    + settings.get("hub.http.port") + ", and there is no ledger in " + settings.get("hub.data-dir"));
        }
        return openOrCreate(settings);
    }

    static StoppedHub openOrCreate(Settings settings) {
        return new StoppedHub(OpenLedger.of(settings, InstantSource.system()), settings);
    }

    @Override
    public Handed submit(List<RequestLine> requests) {
        Intake.Batch batch = intake.submitRequests(requests);
        SortedMap<Long, String> rejected = new TreeMap<>();
        batch.rejected().forEach(line -> rejected.put(line.line(), line.error()));
        return new Handed(batch.accepted(), batch.duplicates(), rejected);
    }

    @Override
    public JsonNode list(String state, String account, String after) {
        return read(api.listJobs(state, account, PAGE, after));
    }

    @Override
    public JsonNode job(String jobId) {
        return read(api.getJob(jobId));
    }

    @Override
    public JsonNode retry(String jobId) {
        return read(api.retryJob(jobId));
    }

    @Override
    public JsonNode notices(String state, String after) {
        return read(notices.listNotices(state, PAGE, after));
    }

    @Override
    public JsonNode notice(String eventId) {
        return read(notices.getNotice(eventId));
    }

    @Override
    public JsonNode retryNotice(String eventId) {
        return read(notices.retryNotice(eventId));
    }

    @Override
    public JsonNode summary() {
        return read(api.summarizeJobs());
    }

    @Override
    public JsonNode redeliver(String request) {
        return read(api.redeliver(request));
    }

    private static JsonNode read(Answer answer) {
        JsonNode body = JSON.valueToTree(answer.body());
        if (answer.status() >= 400) {
            throw new CommandFailed(body.path("error").asText());
        }
        return body;
    }

    @Override
    public void close() {
        open.close();
    }
}
