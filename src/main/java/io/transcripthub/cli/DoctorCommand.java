package io.transcripthub.cli;

import io.transcripthub.app.RouteFiles;
import io.transcripthub.doctor.Check;
import io.transcripthub.doctor.Diagnosis;
import io.transcripthub.doctor.Doctor;
import io.transcripthub.routes.RouteReport;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hub doctor}. Exits 0 when all is well, 1 when something is not. */
@Command(
        name = "doctor",
        description =
                "Shows the effective configuration, secrets masked, and looks whether what the hub needs is there:"
                        + " tokens, search, webhook receiver, database, folders, clock. Changes nothing.")
final class DoctorCommand implements Callable<Integer> {
    private static final int WIDEST_VALUE = 44;

    @Mixin
    private ConfigurationOptions configuration;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = configuration.settings();
        PrintWriter out = spec.commandLine().getOut();
        show(settings, out);
        Map<String, Diagnosis> diagnoses =
                Doctor.examine(settings, InstantSource.system(), new Check("routes", () -> routes(settings)));
        int widest = widest(diagnoses);
        diagnoses.forEach((subject, found) -> out.printf("  %-" + widest + "s  %s%n", subject, found));
        out.flush();
        return Doctor.healthy(diagnoses.values().stream()) ? 0 : HubCommand.FAILED;
    }

    private static Diagnosis routes(Settings settings) throws IOException {
        RouteReport report = RouteFiles.check(RouteFiles.folder(null), settings);
        return report.findings().isEmpty()
                ? Diagnosis.ok(report.summary())
                : Diagnosis.failed(report.summary() + "; ./hub routes check names them");
    }

    private static void show(Settings settings, PrintWriter out) {
        Map<String, String> shown = settings.masked();
        int widest = widest(shown);
        out.println("Configuration: key, value, where it comes from");
        shown.forEach((key, value) -> out.printf(
                "  %-" + widest + "s  %-" + WIDEST_VALUE + "s  %s%n",
                key,
                value.isEmpty() ? "-" : value,
                settings.place(key)));
        out.println();
        out.println("Checks");
        out.flush();
    }

    private static int widest(Map<String, ?> table) {
        return table.keySet().stream().mapToInt(String::length).max().orElse(1);
    }
}
