package io.transcripthub.dispatch;

import io.transcripthub.ledger.Delivery;
import io.transcripthub.ledger.Fault;
import io.transcripthub.ledger.Outcome;
import io.transcripthub.search.IndexItem;
import io.transcripthub.search.IndexResult;
import io.transcripthub.transcripts.SearchDocument;
import java.util.List;

/** Deliveries as documents to index, and what became of the documents as what became of the deliveries. */
public final class SearchDeliveries {
    private SearchDeliveries() {}

    public static List<IndexItem> items(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> new IndexItem(SearchDocument.id(delivery.job()), delivery.document()))
                .toList();
    }

    public static List<Outcome> outcomes(List<IndexResult> results) {
        return results.stream().map(SearchDeliveries::outcome).toList();
    }

    private static Outcome outcome(IndexResult result) {
        return switch (result.outcome()) {
            case INDEXED -> new Outcome.Delivered();
            case RETRY -> new Outcome.Later(new Fault(Fault.Kind.AWAY, result.reason(), null));
            case REJECTED -> new Outcome.Dead(result.reason());
        };
    }
}
