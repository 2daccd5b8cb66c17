package io.transcripthub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.chats.Chat;
import io.transcripthub.chats.ChatSeal;
import io.transcripthub.chats.Injection;
import io.transcripthub.chats.InvalidChat;
import io.transcripthub.intake.Intake.Batch;
import io.transcripthub.intake.Intake.RejectedLine;
import io.transcripthub.ledger.Doorbell;
import io.transcripthub.ledger.Ledger;
import io.transcripthub.ledger.Ledger.Submitted;
import io.transcripthub.ledger.Recording;
import io.transcripthub.ledger.SealedChat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The door for chats: check, seal the text, write a row, answer. */
public final class ChatIntake {
    private final Ledger ledger;
    private final Doorbell doorbell;
    private final Accounts accounts;
    private final ChatSeal seal;

    public ChatIntake(Ledger ledger, Doorbell doorbell, Accounts accounts, ChatSeal seal) {
        this.ledger = ledger;
        this.doorbell = doorbell;
        this.accounts = accounts;
        this.seal = seal;
    }

    /** @throws Rejected when the request is none that could be injected */
    public Submitted submit(String json) {
        Submitted submitted =
                ledger.submitChats(List.of(read(RequestJson.parse(json)))).get(0);
        doorbell.ring();
        return submitted;
    }

    /** Takes the good ones, even where others are bad, all in one transaction. */
    public Batch submitRequests(Iterable<RequestLine> requests) {
        List<RejectedLine> rejected = new ArrayList<>();
        List<SealedChat> chats = new ArrayList<>();
        for (RequestLine line : requests) {
            try {
                chats.add(read(line.usable()));
            } catch (Rejected bad) {
                rejected.add(new RejectedLine(line.line(), bad.discreet()));
            }
        }
        List<Submitted> submitted = ledger.submitChats(chats);
        doorbell.ring();
        int accepted = (int) submitted.stream().filter(Submitted::isNew).count();
        List<String> jobIds = submitted.stream().map(each -> each.job().jobId()).toList();
        return new Batch(accepted, submitted.size() - accepted, rejected, jobIds);
    }

    private SealedChat read(JsonNode request) {
        try {
            Injection injection = Injection.of(request);
            Recording row = row(injection.chat());
            return new SealedChat(row, seal.seal(row.jobId(), injection.payload()));
        } catch (InvalidChat invalid) {
            throw new Rejected(invalid.field(), invalid.getMessage());
        }
    }

    /** The id does not follow from the text: a chat is injected once, whatever came of it since. */
    private Recording row(Chat chat) {
        String account = account(chat.account());
        int part = chat.isPart() ? chat.part() : 1;
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("messages", chat.messages().size());
        if (chat.isPart()) {
            options.put("part", chat.part());
            options.put("parts", chat.parts());
        }
        String jobId = JobId.of(account, "chat", chat.interactionId(), "", Map.of("part", part));
        return new Recording(jobId, account, "chat", chat.interactionId(), "", options, null, null);
    }

    private String account(String named) {
        List<String> takesChats = accounts.ofType("cxone");
        if (named == null && takesChats.size() == 1) {
            return takesChats.get(0);
        }
        if (named == null) {
            throw Rejected.expected("account", "one of " + takesChats, "nothing");
        }
        if (!takesChats.contains(named)) {
            throw Rejected.expectedNot("account", "one of " + takesChats, named);
        }
        return named;
    }
}
