package io.transcripthub.doctor;

import io.transcripthub.doctor.HttpProbe.Unreachable;
import io.transcripthub.settings.Settings;
import java.net.URI;
import java.util.concurrent.Callable;

/** Whether the receiver of webhooks can be reached. It is asked for its OPTIONS; an event is never sent. */
final class WebhookCheck implements Callable<Diagnosis> {
    private final Settings settings;
    private final String key;
    private final HttpProbe http;

    /** @param key of the receiver's address */
    WebhookCheck(Settings settings, String key, HttpProbe http) {
        this.settings = settings;
        this.key = key;
        this.http = http;
    }

    @Override
    public Diagnosis call() throws InterruptedException {
        if (!settings.has(key)) {
            return Diagnosis.none("not configured");
        }
        URI address = URI.create(settings.get(key));
        try {
            int status = http.ask("OPTIONS", address).status();
            return status / 100 == 3 ? redirected(address, status) : reached(address, status);
        } catch (Unreachable away) {
            return Diagnosis.failed(away.getMessage() + "; check " + key);
        }
    }

    private Diagnosis redirected(URI address, int status) {
        return Diagnosis.failed(HttpProbe.host(address) + " answers " + status
                + ", a redirect, which deliveries do not follow; set " + key + " to where it leads");
    }

    private Diagnosis reached(URI address, int status) {
        boolean unsigned = key.equals("webhook.url") && !settings.has("webhook.secret");
        String signed = !unsigned ? "" : "; events go out unsigned, as webhook.secret is not set";
        return Diagnosis.ok(
                HttpProbe.host(address) + " answers (" + status + " to OPTIONS, no event was sent)" + signed);
    }
}
