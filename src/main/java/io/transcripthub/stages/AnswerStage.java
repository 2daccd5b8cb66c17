package io.transcripthub.stages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.transcripthub.api.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Turns the body, an {@link Answer}, into the response: status, JSON or a file, and none of the request's headers. */
public final class AnswerStage implements Processor {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "json", "application/json",
            "png", "image/png");

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        Answer answer = message.getMandatoryBody(Answer.class);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        if (answer.body() instanceof Path file) {
            message.setHeader(Exchange.CONTENT_TYPE, type(file.toString()));
            message.setBody(Files.newInputStream(file));
        } else {
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
            message.setBody(answer.body() instanceof String json ? json : JSON.writeValueAsString(answer.body()));
        }
    }

    private static String type(String file) {
        return TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
