package io.transcripthub.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request for an access token by client credentials (RFC 6749, section 4.4). */
public record TokenRequest(String account, String tokenUrl, String clientId, String clientSecret, String scope) {
    /** The request's body, form-encoded. */
    public String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", clientId);
        fields.put("client_secret", clientSecret);
        if (!scope.isEmpty()) {
            fields.put("scope", scope);
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "token request of account " + account + " to " + tokenUrl;
    }
}
