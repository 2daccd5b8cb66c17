package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.cli.DemoReport.Undelivered;
import io.transcripthub.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoRunIT {
    @TempDir
    Path folder;

    @Test
    void recordings_and_media_come_out_redacted_scored_and_delivered_to_every_sink() throws Exception {
        Settings users = Settings.load(folder.resolve("none"), Map.of(), Map.of());
        DemoReport report;
        try (DemoRun run = DemoRun.start(users, folder, new PrintWriter(new StringWriter()))) {
            report = run.run(DemoSubmission.list(12));
        }

        assertThat(report.asExpected()).isTrue();
        assertThat(report.states())
                .containsEntry("cxone", Map.of("DELIVERED", 11L, "FAILED", 1L))
                .containsEntry("genesys", Map.of("DELIVERED", 11L, "DEAD", 1L));
        assertThat(report.events().sent() + report.events().lost()).isEqualTo(12);
        assertThat(report.events().early()).isPositive();
        assertThat(report.events().late()).isPositive();
        assertThat(report.events().doubled()).isPositive();
        assertThat(report.events().lost()).isPositive();
        assertThat(report.events().forged()).isPositive();
        assertThat(report.events().misjudged()).isZero();
        assertThat(report.deliveries().get("search")).containsEntry("DELIVERED", 22L);
        assertThat(report.deliveries().get("webhook")).containsEntry("DELIVERED", 28L);
        assertThat(report.deliveries().get("archive-dir")).containsEntry("DELIVERED", 3L);
        assertThat(report.redactions()).containsKeys("CREDIT_CARD", "SSN", "PHONE");
        assertThat(report.wordErrorRates()).isNotEmpty().allMatch(rate -> rate >= 0 && rate < 0.2);
        assertThat(report.latencies()).hasSize(22);
        assertThat(report.hit().externalId()).isEqualTo("demo-001-lost-card");
        assertThat(report.hit().utterances()).last().asString().contains("[REDACTED_CREDIT_CARD]");
        assertThat(report.chats().injected()).isEqualTo(3);
        assertThat(report.chats().archived()).isEqualTo(3);
        assertThat(report.engine().changes()).isEqualTo(13);
        assertThat(report.engine().applied()).isTrue();
        assertThat(report.undelivered())
                .extracting(Undelivered::reason)
                .satisfiesExactly(
                        recording -> assertThat(recording).contains("The audio could not be decoded"),
                        medium -> assertThat(medium).contains("utterances[1].end", "an ISO 8601 time"));
        assertThat(report.auditLines()).isGreaterThan(48);
        assertThat(report.auditFile()).exists();
    }
}
