package io.transcripthub.doctor;

import io.transcripthub.doctor.HttpProbe.Unreachable;
import io.transcripthub.settings.Settings;
import java.net.URI;
import java.util.concurrent.Callable;

/** Whether the receiver of webhooks can be reached. It is asked for its OPTIONS; an event is never sent. */
final class WebhookCheck implements Callable<Diagnosis> {
    private final Settings settings;
    private final HttpProbe http;

    WebhookCheck(Settings settings, HttpProbe http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Diagnosis call() throws InterruptedException {
        if (!settings.has("webhook.url")) {
            return Diagnosis.none("not configured");
        }
        URI address = URI.create(settings.get("webhook.url"));
        try {
            int status = http.ask("OPTIONS", address).status();
            return status / 100 == 3 ? redirected(address, status) : reached(address, status);
        } catch (Unreachable away) {
            return Diagnosis.failed(away.getMessage() + "; check webhook.url");
        }
    }

    private static Diagnosis redirected(URI address, int status) {
        return Diagnosis.failed(HttpProbe.host(address) + " answers " + status
                + ", a redirect, which deliveries do not follow; set webhook.url to where it leads");
    }

    private Diagnosis reached(URI address, int status) {
        String signed = settings.has("webhook.secret") ? "" : "; events go out unsigned, as webhook.secret is not set";
        return Diagnosis.ok(
                HttpProbe.host(address) + " answers (" + status + " to OPTIONS, no event was sent)" + signed);
    }
}
