package io.transcripthub.stages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.transcripthub.api.Answer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Turns the body, an {@link Answer}, into the response: status, JSON, and none of the request's headers. */
public final class AnswerStage implements Processor {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        Answer answer = message.getMandatoryBody(Answer.class);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(answer.body() instanceof String json ? json : JSON.writeValueAsString(answer.body()));
    }
}
