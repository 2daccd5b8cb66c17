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
            "searchDocument",
            "transcriptsApi",
            "vendorConnections",
            "vertx",
            MicrometerConstants.METRICS_REGISTRY_NAME);

    private Beans() {}
}
