package io.transcripthub.routes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with the routes of a folder, without running them.
 *
 * @param routes how many routes and Kamelets there are
 * @param files how many files they stand in
 * @param findings in the order of files and lines
 */
public record RouteReport(long routes, long files, List<Finding> findings) {
    /** Every check; a further one is a class and a line here. */
    private static List<RouteCheck> checks() {
        Components components = new Components();
        return List.of(
                (routes, around) -> routes.unreadable(),
                new EndpointOptions(components),
                new LedgerOperations(),
                new DirectEndpoints(),
                new OrderInFile(),
                new OpenApiOperations(),
                new DuplicateIds(),
                new RouteConfigurations(),
                new RouteTemplates(),
                new KameletParameters(),
                new Placeholders(),
                new BeanReferences(),
                new ClassNames(),
                new DataFormats(components),
                new Languages(components));
    }

    /** @throws IOException when a file cannot be read */
    public static RouteReport of(Path folder, Surroundings around) throws IOException {
        Routes routes = Routes.read(folder);
        Comparator<Finding> place = Comparator.comparing(
                        (Finding finding) -> finding.place().file().toString())
                .thenComparing(finding -> finding.place().line())
                .thenComparing(finding -> finding.place().column());
        List<Finding> findings = checks().stream()
                .flatMap(check -> check.check(routes, around))
                .distinct()
                .sorted(place)
                .toList();
        long kamelets = routes.elements("Kamelet").count();
        return new RouteReport(
                routes.routes().count() + kamelets, routes.files().size(), findings);
    }

    /** In one line. */
    public String summary() {
        String extent = count(routes, "route") + " in " + count(files, "file");
        return extent + ": " + (findings.isEmpty() ? "all right" : count(findings.size(), "mistake"));
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
