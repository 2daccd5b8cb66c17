package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.api.Answer;
import io.transcripthub.api.JobsApi;
import io.transcripthub.app.OpenLedger;
import io.transcripthub.settings.Settings;
import java.time.InstantSource;

/** The ledger of a hub that does not run, in this process. */
final class StoppedHub implements JobsAccess {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE = "100";

    private final OpenLedger open;
    private final JobsApi api;

    private StoppedHub(OpenLedger open) {
        this.open = open;
        this.api = open.jobsApi();
    }

    static StoppedHub open(Settings settings) {
        if (!OpenLedger.exists(settings)) {
            throw new CommandFailed("no hub answers at " + settings.get("hub.http.host") + ":"
                    + settings.get("hub.http.port") + ", and there is no ledger in " + settings.get("hub.data-dir"));
        }
        return new StoppedHub(OpenLedger.of(settings, InstantSource.system()));
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
