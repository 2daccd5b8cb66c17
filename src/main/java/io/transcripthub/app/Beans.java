package io.transcripthub.app;

import java.util.Set;
import org.apache.camel.component.micrometer.MicrometerConstants;

/** Names of what {@link HubApplication} binds, which routes may refer to. */
final class Beans {
    static final Set<String> NAMES = Set.of(
            "accounts",
            "analyticsApi",
            "analyticsRuns",
            "answer",
            "auditHealth",
            "bearer",
            "budget",
            "chatText",
            "clock",
            "connections",
            "engineFailure",
            "enginesApi",
            "discreetRefusal",
            "freshBearer",
            "inbox",
            "intake",
            "intakeApi",
            "jobsApi",
            "languageOffered",
            "languages",
            "noticesApi",
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
