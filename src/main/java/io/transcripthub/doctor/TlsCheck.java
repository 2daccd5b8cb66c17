package io.transcripthub.doctor;

import io.transcripthub.network.Connections;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Whose certificates are believed, and which ones are shown. Whether that will do shows in the checks of the targets. */
final class TlsCheck implements Callable<Diagnosis> {
    private final Connections connections;

    TlsCheck(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Diagnosis call() {
        return Diagnosis.ok(connections.targets().stream()
                .collect(Collectors.groupingBy(target -> connections.to(target).tls(), Collectors.joining(", ")))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + ": " + each.getKey())
                .sorted()
                .collect(Collectors.joining("; ")));
    }
}
