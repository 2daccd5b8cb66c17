package io.transcripthub.app;

import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** Has plain Java ask {@code direct:} routes without holding a thread. */
final class RouteQuestions {
    private final Main main;
    private ProducerTemplate template;

    /** @param main need not be started before somebody asks */
    RouteQuestions(Main main) {
        this.main = main;
    }

    /** The exchange with the answer or the exception. */
    CompletionStage<Exchange> ask(String route, Processor question) {
        return template().asyncSend("direct:" + route, question);
    }

    private synchronized ProducerTemplate template() {
        if (template == null) {
            template = main.getCamelContext().createProducerTemplate();
        }
        return template;
    }
}
