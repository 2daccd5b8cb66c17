package io.transcripthub.cli;

import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxDefaults;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.sandbox.Vendor;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code hub sandbox}: the simulated vendors alone, until it is told to stop. */
@Command(
        name = "sandbox",
        description = "Runs the simulated vendors on loopback until SIGTERM or SIGINT.",
        footer = {
            "",
            "Recording and media ids that choose their ending:",
            "  ..-fail..       FAILED            ..-forbidden..  403 at submission",
            "  ..-nomessage..  FAILED, no words  ..-missing..    404 at submission",
            "  ..-cancel..     CANCELLED         ..-stuck..      never ends",
            "Genesys Cloud calls the first three failed, without words. A media id with",
            "  ..-badtime..    is completed with a time that there is not.",
            "A chat is refused with 400 or 403 when its interactionId contains -invalid or",
            "-forbidden; the same interactionId gets the same conversation again.",
            "An id that contains a call's name, as lost-card or stromvertrag, gets that",
            "call, any other always the same one of the calls in its language.",
            "",
            "Faults: name=probability (0 to 1, 1 if left out), separated by commas, as in",
            "429=0.1,retry-after=2s,503=0.1,slow=50ms,seed=42",
            "  429, 503     of the vendor's answers; 429 has a Retry-After",
            "  500          of the speech engines and analytics APIs",
            "  429-large-page             more than 20 models or profiles a page are too many",
            "  truncate     an answer's JSON is cut in the middle",
            "  hang, drop   never answered; connection closed without an answer",
            "  revoke       the request revokes all tokens",
            "  fail, cancel, stuck        a job ends FAILED, CANCELLED, never",
            "  lost-answer  a chat is injected, an engine changed, but the answer is lost",
            "  504          the same, and a gateway answers in the vendor's place",
            "  400, 401, 403              a chat is refused so; 403 also of speech engines",
            "  early        an event comes before its job is done, by turns even before",
            "               the submission is answered",
            "  late, lost, doubled        an event comes late, never, twice",
            "  forged       another event comes, wrongly signed or unsigned by turns",
            "  untyped      a conversation's transcript is no list",
            "  trailing     more text stands behind a conversation's transcript",
            "  loop, elsewhere  the nextLink of conversations leads back, to another host",
            "  token-503, token-hang      at the token endpoint, where only these strike",
            "  webhook-503, webhook-down  at the webhook receiver, likewise",
            "with retry-after=2s, slow=200ms (each answer), expires=60s (new tokens),",
            "late-by=3s (late events), seed=42 (the same faults again).",
            "",
            "Without a token: POST and GET /sandbox/webhooks (Standard Webhooks),",
            "GET /sandbox/stats, POST /sandbox/faults (as above), POST /sandbox/revoke."
        })
public final class SandboxCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions configuration;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "" + SandboxDefaults.PORT,
            description = "Port on 127.0.0.1, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--faults",
            paramLabel = "SPEC",
            defaultValue = "",
            converter = FaultsConverter.class,
            description = "How it misbehaves, see below (default: not at all).")
    private Faults faults;

    @Option(
            names = "--polls",
            paramLabel = "N",
            defaultValue = "0",
            description = "The answered poll at which a job is done; 0 mixes 1 to 4 (default: ${DEFAULT-VALUE}).")
    private int polls;

    @Option(
            names = "--events-to",
            paramLabel = "URL",
            description = "Where Genesys Cloud tells of each ended transcription:"
                    + " /webhooks/<account> of a hub (default: nowhere).")
    private URI eventsTo;

    @Option(
            names = "--cxone-events-to",
            paramLabel = "URL",
            description = "Where CXone tells of them (default: nowhere).")
    private URI cxoneEventsTo;

    @Option(
            names = "--events-secret",
            paramLabel = "S",
            defaultValue = "",
            description = "What these events are signed with, the account's webhook-secret (default: unsigned).")
    private String eventsSecret;

    static final class FaultsConverter implements ITypeConverter<Faults> {
        @Override
        public Faults convert(String specification) {
            try {
                return Faults.parse(specification);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        configuration.settings();
        requireRange("--port", port, 65535);
        requireRange("--polls", polls, Integer.MAX_VALUE);
        requireHttp("--events-to", eventsTo);
        requireHttp("--cxone-events-to", cxoneEventsTo);
        SandboxOptions options =
                SandboxOptions.defaults().withPort(port).withFaults(faults).withPolls(polls);
        try (Sandbox sandbox = Sandbox.start(options)) {
            sendEvents(sandbox);
            Termination termination = Termination.closing(sandbox);
            announce(sandbox, spec.commandLine().getOut());
            return termination.await();
        } catch (UncheckedIOException e) {
            spec.commandLine().getErr().println(e.getCause().getMessage());
            return 1;
        }
    }

    private void sendEvents(Sandbox sandbox) {
        if (eventsTo != null) {
            sandbox.sendEvents(Vendor.GENESYS, eventsTo, eventsSecret);
        }
        if (cxoneEventsTo != null) {
            sandbox.sendEvents(Vendor.CXONE, cxoneEventsTo, eventsSecret);
        }
    }

    private void requireHttp(String option, URI url) {
        if (url != null && (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme()))) {
            throw new ParameterException(
                    spec.commandLine(), "%s: expected an http or https URL, found %s".formatted(option, url));
        }
    }

    private void requireRange(String option, int value, int max) {
        if (value < 0 || value > max) {
            throw new ParameterException(
                    spec.commandLine(), "%s: expected 0 to %d, found %d".formatted(option, max, value));
        }
    }

    private static void announce(Sandbox sandbox, PrintWriter out) {
        out.println("base URL       " + sandbox.baseUrl());
        out.println("webhooks       " + sandbox.webhookUrl());
        out.println("client id      " + SandboxDefaults.CLIENT_ID);
        out.println("client secret  " + SandboxDefaults.CLIENT_SECRET);
        out.flush();
    }
}
