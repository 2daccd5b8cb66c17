package io.transcripthub.app;

import io.transcripthub.dispatch.LedgerComponent;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** DOWN as long as audit lines cannot be written to disk. */
final class AuditHealthCheck extends AbstractHealthCheck {
    private final LedgerComponent ledger;

    AuditHealthCheck(LedgerComponent ledger) {
        super("hub", "audit");
        this.ledger = ledger;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        String failure = ledger.auditFailure();
        if (failure == null) {
            builder.up();
        } else {
            builder.down().message("audit lines are not on disk: " + failure);
        }
    }
}
