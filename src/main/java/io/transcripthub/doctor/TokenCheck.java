package io.transcripthub.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.accounts.TokenRequest;
import io.transcripthub.doctor.HttpProbe.Answer;
import io.transcripthub.doctor.HttpProbe.Unreachable;
import io.transcripthub.network.InTheClear;
import io.transcripthub.sandbox.SandboxDefaults;
import io.transcripthub.settings.Settings;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Whether an access token is to be had for one of an account's APIs. The token is thrown away. */
final class TokenCheck implements Callable<Diagnosis> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URL = ".token-url";

    private final TokenRequest request;
    private final HttpProbe http;

    private TokenCheck(TokenRequest request, HttpProbe http) {
        this.request = request;
        this.http = http;
    }

    /** One for each API of each account. */
    static Stream<Check> all(Settings settings, HttpProbes http) {
        Accounts accounts = new Accounts(settings);
        return accounts.all().stream().flatMap(account -> settings.asMap().keySet().stream()
                .filter(key -> key.startsWith(account.name() + ".") && key.endsWith(URL))
                .sorted()
                .map(key -> check(settings, accounts, account.name(), key, http)));
    }

    private static Check check(Settings settings, Accounts accounts, String account, String key, HttpProbes http) {
        String endpoint = key.substring(0, key.length() - URL.length());
        String api = endpoint.equals(account) ? "" : endpoint.substring(account.length() + 1);
        String baseUrl = endpoint + ".base-url";
        if (isExtra(api) && isPreset(settings, key) && isPreset(settings, baseUrl)) {
            return new Check("token " + endpoint, () -> Diagnosis.none("not in use, " + baseUrl + " is not set"));
        }
        return new Check("token " + endpoint, new TokenCheck(accounts.tokenRequest(account, api), http.to(account)));
    }

    /** Who has recordings transcribed may never use the vendor's other APIs. */
    private static boolean isExtra(String api) {
        return !api.isEmpty() && !api.equals("recordings");
    }

    private static boolean isPreset(Settings settings, String key) {
        return settings.place(key).equals("default");
    }

    @Override
    public Diagnosis call() throws InterruptedException {
        URI address = URI.create(request.tokenUrl());
        try {
            Answer answer = http.postForm(address, request.form());
            return answer.status() == 200 ? granted(address, answer.body()) : refused(address, answer);
        } catch (Unreachable away) {
            boolean sandbox = request.tokenUrl().startsWith(SandboxDefaults.BASE_URL);
            return Diagnosis.failed(
                    away.getMessage() + (sandbox ? "; start ./hub sandbox, or set the vendor's base-url" : ""));
        }
    }

    private static Diagnosis granted(URI address, String body) {
        JsonNode answer = json(body);
        if (!answer.path("access_token").isTextual()) {
            return Diagnosis.failed(
                    "expected access_token in the answer of " + address + ", found none; check token-url");
        }
        String lifetime = answer.path("expires_in").asText();
        return Diagnosis.ok("from " + address + (lifetime.matches("\\d{1,9}") ? ", for " + lifetime + " s" : "")
                + (InTheClear.is(address) ? "; client secret and token go in the clear: use https" : ""));
    }

    private Diagnosis refused(URI address, Answer answer) {
        int status = answer.status();
        // RFC 6749, section 5.2: a word of the standard's, where anything else may quote what was sent
        String code = json(answer.body()).path("error").asText();
        String words = "the answer of " + address + " is " + status + (code.matches("[a-z_]{1,40}") ? " " + code : "");
        String account = request.account();
        return Diagnosis.failed(
                switch (status) {
                    case 400, 401, 403 ->
                        words + "; check " + account + ".client-id, " + account + ".client-secret and scope";
                    case 404, 405 -> words + "; check token-url";
                    case 301, 302, 303, 307, 308 -> words + ", a redirect, which is not followed; check token-url";
                    default -> words + "; try again later";
                });
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException other) {
            return JSON.createObjectNode();
        }
    }
}
