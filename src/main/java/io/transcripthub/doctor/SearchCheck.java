package io.transcripthub.doctor;

import io.transcripthub.network.Connection;
import io.transcripthub.search.SearchInspection;
import io.transcripthub.search.SearchServer;
import io.transcripthub.search.SearchUnavailable;
import io.transcripthub.settings.Settings;
import java.util.concurrent.Callable;

/** Whether the search server answers, which one it is, and whether the index may be written. */
final class SearchCheck implements Callable<Diagnosis> {
    private final Settings settings;
    private final HubProbe hub;
    private final Connection connection;

    SearchCheck(Settings settings, HubProbe hub, Connection connection) {
        this.settings = settings;
        this.hub = hub;
        this.connection = connection;
    }

    @Override
    public Diagnosis call() throws Exception {
        String hosts = settings.get("search.hosts");
        if (hosts.equals("embedded")) {
            return embedded();
        }
        try {
            SearchServer server = SearchServer.of(
                            hosts,
                            settings.get("search.username"),
                            settings.get("search.password"),
                            settings.get("search.api-key"))
                    .over(connection);
            return diagnosis(SearchInspection.of(server, settings.get("search.index")));
        } catch (SearchUnavailable away) {
            return Diagnosis.failed(away.getMessage() + "; check search.hosts" + credentials(away));
        } catch (IllegalArgumentException wrong) {
            return Diagnosis.failed(wrong.getMessage());
        }
    }

    private Diagnosis embedded() throws Exception {
        if (!hub.runs()) {
            return Diagnosis.ok("embedded, starts with the hub");
        }
        return hub.searches()
                ? Diagnosis.ok("embedded, answers within the running hub")
                : Diagnosis.failed("the embedded search of the running hub does not answer; see the hub's log");
    }

    private static String credentials(SearchUnavailable away) {
        return away.status() == 401 || away.status() == 403 ? ", username, password and api key" : "";
    }

    private Diagnosis diagnosis(SearchInspection found) {
        String index = "index '" + settings.get("search.index") + "' "
                + (found.exists() ? "is there" : "will be made with the first transcript");
        String words = found.product() + " " + found.version() + ", " + index;
        return found.problem().isEmpty() ? Diagnosis.ok(words) : Diagnosis.failed(words + ", but " + found.problem());
    }
}
