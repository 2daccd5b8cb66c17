package io.transcripthub.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call of the HTTP API gets.
 *
 * @param status HTTP status
 * @param body to be written as JSON; a String is JSON already
 */
public record Answer(int status, Object body) {
    static Answer ok(Object body) {
        return new Answer(200, body);
    }

    static Answer error(int status, String words, String field) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", words);
        if (field != null) {
            body.put("field", field);
        }
        return new Answer(status, body);
    }
}
