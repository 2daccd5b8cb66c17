package io.transcripthub.stages;

import io.transcripthub.chats.ChatSeal;
import io.transcripthub.chats.UnreadableChat;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.Ledger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Opens the text of the variable {@code job}, a chat: the body becomes what is to be sent, JSON in UTF-8. */
public final class ChatTextStage implements Processor {
    /** Exchange property: the same, for who has to take quotations of it out of an answer. */
    static final String PAYLOAD = "transcripthub.chat";

    private final Ledger ledger;
    private final ChatSeal seal;

    public ChatTextStage(Ledger ledger, ChatSeal seal) {
        this.ledger = ledger;
        this.seal = seal;
    }

    @Override
    public void process(Exchange exchange) {
        Job chat = exchange.getVariable("job", Job.class);
        String sealed = ledger.sealedText(chat)
                .orElseThrow(() -> new UnreadableChat("the chat's text is no longer in the ledger"));
        byte[] payload = seal.open(chat.jobId(), sealed);
        exchange.setProperty(PAYLOAD, payload);
        exchange.getMessage().setBody(payload);
    }
}
