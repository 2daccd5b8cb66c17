package io.transcripthub.api;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stands before every HTTP consumer. Asks for the API key where one is set, and lets in only the headers and parameters
 * that the API knows: what else a caller sends could mean something to a component further on. Bodies are JSON, whatever
 * they are called: a form, as curl -d names it by default, would lose its raw bytes, and a charset would be believed.
 */
public final class Door implements Handler<RoutingContext> {
    private static final Pattern LOCAL = Pattern.compile(
            "(localhost|127(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:]*:0*1])\\.?(:\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final String GUARDED = "/api/";
    private static final String WEBHOOKS = "/webhooks/";
    private static final Set<String> HEADERS = Set.of("accept", "content-type", "content-length", "host", "user-agent");
    private static final Set<String> WEBHOOK_HEADERS =
            Set.of("x-genesys-signature", "x-hub-signature-256", "x-qa-signature", "forwarded", "x-forwarded-for");
    private static final Set<String> PARAMETERS = Set.of("state", "account", "limit", "after", "q");

    private final byte[] key;

    /** @param apiKey empty when none is asked for */
    public Door(String apiKey) {
        this.key = apiKey.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(RoutingContext context) {
        boolean webhook = context.normalizedPath().startsWith(WEBHOOKS);
        if (key.length == 0 && !webhook && !isLocal(context.request().getHeader(HttpHeaders.HOST))) {
            answer(
                    context,
                    403,
                    "expected this machine's own name as long as hub.api-key is not set, found another Host");
            return;
        }
        if (isCrossOrigin(context)) {
            answer(context, 403, "expected a request from the hub's own pages or from no page, found another origin");
            return;
        }
        if (context.normalizedPath().startsWith(GUARDED) && !mayEnter(context)) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            answer(context, 401, "expected Authorization: Bearer with the value of hub.api-key");
            return;
        }
        keep(context.request().headers(), name -> HEADERS.contains(name) || webhook && WEBHOOK_HEADERS.contains(name));
        keep(context.queryParams(), name -> PARAMETERS.contains(name) && !webhook);
        context.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        context.next();
    }

    /** A name that somebody else lets point here could make a browser read what a hub without a key shows. */
    public static boolean isLocal(String host) {
        return host == null || LOCAL.matcher(host).matches();
    }

    /** A page from elsewhere, open in a browser on this machine, must not reach a hub that asks for no key. */
    private static boolean isCrossOrigin(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && !origin.replaceFirst("^https?://", "")
                        .equals(context.request().getHeader(HttpHeaders.HOST));
    }

    /** What a request gets that does not reach a route, or not whole. */
    public static void failed(RoutingContext context) {
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        answer(
                context,
                status,
                switch (status) {
                    case 404 -> "there is nothing at " + context.normalizedPath();
                    case 405 -> context.request().method() + " is no method of " + context.normalizedPath();
                    case 413 -> "the body is larger than hub.http.max-body";
                    default -> "the request could not be served";
                });
    }

    private boolean mayEnter(RoutingContext context) {
        if (key.length == 0) {
            return true;
        }
        String given = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        String bearer = given != null && given.regionMatches(true, 0, "Bearer ", 0, 7)
                ? given.substring(7).trim()
                : "";
        return MessageDigest.isEqual(key, bearer.getBytes(StandardCharsets.UTF_8));
    }

    private static void keep(MultiMap entries, java.util.function.Predicate<String> known) {
        for (String name : List.copyOf(entries.names())) {
            if (!known.test(name.toLowerCase(Locale.ROOT))) {
                entries.remove(name);
            }
        }
    }

    private static void answer(RoutingContext context, int status, String words) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(new JsonObject().put("error", words).encode());
    }
}
