package io.transcripthub.app;

import java.util.Set;
import org.apache.camel.component.micrometer.MicrometerConstants;

/** Names of what {@link HubApplication} binds, which routes may refer to. */
final class Beans {
    static final Set<String> NAMES = Set.of(
            "accounts",
            "answer",
            "auditHealth",
            "bearer",
            "budget",
            "clock",
            "connections",
            "engineFailure",
            "enginesApi",
            "freshBearer",
            "inbox",
            "intake",
            "intakeApi",
            "jobsApi",
            "languageOffered",
            "languages",
            "ledger",
            "receiveEvent",
            "recordingsSync",
            "retention",
            "searchConnection",
            "searchDocument",
            "exactAddress",
            "retryAfter",
            "speechEngines",
            "transcriptsApi",
            "vendorRequests",
            "vertx",
            "webhookConnections",
            MicrometerConstants.METRICS_REGISTRY_NAME);

    private Beans() {}
}
