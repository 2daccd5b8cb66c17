package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** CXone's paths for speech engines, their webhooks, metrics and the audit log. */
final class SpeechApi implements Api {
    private static final String ENGINES = "/api/v2/speech/engines";
    private static final String WEBHOOKS = "/api/v2/webhooks";
    private static final int LARGE_PAGE = 20;

    private final Map<String, Resource> resources = new HashMap<>();
    private final SpeechEngines engines;
    private final FaultInjection faults;
    private final Gate gate;

    SpeechApi(SpeechEngines engines, FaultInjection faults, Gate gate) {
        this.engines = engines;
        this.faults = faults;
        this.gate = gate;
    }

    @Override
    public boolean handle(HttpServerRequest request, Buffer body) {
        String path = request.path();
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.GET)) {
            return list(request, path);
        }
        if (method.equals(HttpMethod.POST)) {
            return post(request, path, body);
        }
        return change(request, path, method, body);
    }

    private boolean list(HttpServerRequest request, String path) {
        switch (path) {
            case "/api/v2/speech/models" -> serve(request, () -> page(request, engines::models));
            case "/api/v2/speech/profiles" -> serve(request, () -> page(request, engines::profiles));
            case ENGINES -> serve(request, () -> page(request, engines::engines));
            case WEBHOOKS -> serve(request, () -> page(request, engines::webhooks));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean post(HttpServerRequest request, String path, Buffer body) {
        switch (path) {
            case ENGINES -> serve(request, () -> engines.create(body.toJsonObject()));
            case WEBHOOKS -> serve(request, () -> engines.register(body.toJsonObject()));
            case "/api/v2/audit/logs" -> serve(request, () -> engines.log(body.toJsonObject()));
            case "/api/v2/analytics/speech/details/query" -> serve(request, () -> engines.metrics(body.toJsonObject()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean change(HttpServerRequest request, String path, HttpMethod method, Buffer body) {
        boolean patch = method.equals(HttpMethod.PATCH);
        if (patch && path.startsWith(ENGINES + "/")) {
            serve(request, () -> engines.patch(path.substring(ENGINES.length() + 1), body.toJsonObject()));
        } else if (patch && path.startsWith(WEBHOOKS + "/")) {
            serve(request, () -> engines.patchWebhook(path.substring(WEBHOOKS.length() + 1), body.toJsonObject()));
        } else if (method.equals(HttpMethod.DELETE) && path.startsWith(WEBHOOKS + "/")) {
            serve(request, () -> engines.removeWebhook(path.substring(WEBHOOKS.length() + 1)));
        } else {
            return false;
        }
        return true;
    }

    private interface Page {
        Answer of(int size, int first);
    }

    private static Answer page(HttpServerRequest request, Page page) {
        String token = request.getParam("pageToken");
        return page.of(size(request), token == null ? 0 : Integer.parseInt(token));
    }

    private static int size(HttpServerRequest request) {
        String size = request.getParam("pageSize");
        return size == null ? LARGE_PAGE : Integer.parseInt(size);
    }

    private void serve(HttpServerRequest request, Supplier<Answer> work) {
        String key = request.method() + " " + request.path();
        Visit visit = new Visit(request, Operation.SPEECH, resources.computeIfAbsent(key, Resource::new));
        if (writes(request) && faults.strikes(Fault.LOST_ANSWER, visit)) {
            Answer unused = work.get();
            request.connection().close();
        } else {
            gate.serve(visit, () -> answer(request, visit, work));
        }
    }

    private static boolean writes(HttpServerRequest request) {
        return !request.method().equals(HttpMethod.GET);
    }

    private Answer answer(HttpServerRequest request, Visit visit, Supplier<Answer> work) {
        try {
            if (size(request) > LARGE_PAGE && faults.strikes(Fault.LARGE_PAGE, visit)) {
                return Answer.throttled(null);
            }
            if (faults.strikes(Fault.FORBIDDEN, visit)) {
                return Answer.error(403, "Forbidden", "The organization's licence has no speech engines.");
            }
            if (writes(request) && faults.strikes(Fault.GATEWAY, visit)) {
                Answer unused = work.get();
                return Answer.GATEWAY_TIMEOUT;
            }
            return faults.strikes(Fault.BROKEN, visit)
                    ? Answer.error(500, "Internal Server Error", "Something went wrong.")
                    : work.get();
        } catch (RuntimeException notJson) {
            return Answer.badRequest("The request cannot be read.");
        }
    }
}
