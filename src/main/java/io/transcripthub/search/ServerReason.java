package io.transcripthub.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's own words for an error, {@code type: reason}, without what they quote of the document: Elasticsearch
 * and OpenSearch put values into quotation marks, into brackets, or behind a few fixed phrases.
 */
final class ServerReason {
    private static final int LONGEST = 300;
    private static final Pattern TAIL = Pattern.compile(
            "(?s)\\.? *(Preview of field's value|The prefix of the first immense term|original message).*");
    private static final Pattern QUOTED = Pattern.compile("(?s)\".*\"|\".*|(?<!\\w)'.*'|(?<!\\w)'.*");
    private static final Pattern BRACKETED = Pattern.compile("(?s)\\[([^\\[\\]]*)]?");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6,}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_*][\\w.*:/-]{0,99}|\\d{1,5}(:\\d{1,5})?");

    private ServerReason() {}

    static String of(JsonNode error) {
        return error.path("type").asText("error") + ": "
                + withoutValues(error.path("reason").asText("no reason given"));
    }

    private static String withoutValues(String reason) {
        String cut = QUOTED.matcher(TAIL.matcher(reason).replaceFirst("")).replaceAll("...");
        String names = LONG_NUMBER
                .matcher(BRACKETED.matcher(cut).replaceAll(ServerReason::nameOnly))
                .replaceAll("...");
        String line = names.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static String nameOnly(MatchResult bracketed) {
        boolean name = NAME.matcher(bracketed.group(1)).matches();
        return Matcher.quoteReplacement(name ? bracketed.group() : "[...]");
    }
}
