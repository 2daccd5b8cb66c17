package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    void recordings_come_out_redacted_scored_and_delivered_to_every_sink() throws Exception {
        Settings users = Settings.load(folder.resolve("none"), Map.of(), Map.of());
        DemoReport report;
        try (DemoRun run = DemoRun.start(users, folder, new PrintWriter(new StringWriter()))) {
            report = run.run(DemoRecording.list(12));
        }

        assertThat(report.asExpected()).isTrue();
        assertThat(report.states()).containsEntry("DELIVERED", 11L).containsEntry("FAILED", 1L);
        assertThat(report.deliveries().get("search")).containsEntry("DELIVERED", 11L);
        assertThat(report.deliveries().get("webhook")).containsEntry("DELIVERED", 12L);
        assertThat(report.redactions()).containsKeys("CREDIT_CARD", "SSN", "PHONE");
        assertThat(report.wordErrorRates()).isNotEmpty().allMatch(rate -> rate >= 0 && rate < 0.2);
        assertThat(report.latencies()).hasSize(11);
        assertThat(report.hit().recordingId()).isEqualTo("demo-001-lost-card");
        assertThat(report.hit().utterances()).last().asString().contains("[REDACTED_CREDIT_CARD]");
        assertThat(report.undelivered()).singleElement().satisfies(job -> assertThat(job.reason())
                .contains("The audio could not be decoded"));
        assertThat(report.auditLines()).isGreaterThan(24);
        assertThat(report.auditFile()).exists();
    }
}
