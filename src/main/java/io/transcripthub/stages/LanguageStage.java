package io.transcripthub.stages;

import io.transcripthub.accounts.OfferedLanguages;
import io.transcripthub.ledger.Job;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Checks the language of the variable {@code job} before it is submitted, for intake may not have known the list. */
public final class LanguageStage extends AsyncProcessorSupport {
    private final OfferedLanguages languages;

    public LanguageStage(OfferedLanguages languages) {
        this.languages = languages;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Job job = exchange.getVariable("job", Job.class);
        CompletableFuture<?> checked = languages
                .deciding(job.account(), job.language())
                .thenAccept(offered -> {
                    if (!offered.contains(job.language())) {
                        throw new LanguageNotOffered(job.language(), offered);
                    }
                })
                .toCompletableFuture();
        return Futures.resume(checked, exchange, callback);
    }
}
