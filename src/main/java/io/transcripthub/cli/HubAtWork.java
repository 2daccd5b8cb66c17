package io.transcripthub.cli;

import io.transcripthub.app.HubApplication;
import io.transcripthub.app.RouteFiles;
import io.transcripthub.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A hub that works on what is handed in: one that runs already, or one in this process on the free data folder. */
final class HubAtWork implements AutoCloseable {
    private final RunningHub hub;
    private final HubApplication own;

    private HubAtWork(RunningHub hub, HubApplication own) {
        this.hub = hub;
        this.own = own;
    }

    static HubAtWork running(RunningHub hub) {
        return new HubAtWork(hub, null);
    }

    /** On a free port of this machine; the watched folder is left to the hub that stays. */
    static HubAtWork start(Settings users) throws Exception {
        Map<String, String> settings = new HashMap<>(users.asMap());
        settings.put("hub.http.host", "127.0.0.1");
        settings.put("hub.http.port", "0");
        settings.put("hub.inbox", "");
        Path absent = users.path("hub.data-dir").resolve("none.properties");
        HubApplication own = HubApplication.start(
                Settings.load(absent, Map.of(), settings), RouteFiles.folder(null), InstantSource.system());
        URI address = URI.create("http://127.0.0.1:" + own.port());
        return new HubAtWork(new RunningHub(address, users.get("hub.api-key")), own);
    }

    RunningHub hub() {
        return hub;
    }

    /** Whether it ends with this. */
    boolean isOwn() {
        return own != null;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
