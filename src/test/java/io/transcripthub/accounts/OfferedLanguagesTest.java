package io.transcripthub.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.transcripthub.ledger.Database;
import io.transcripthub.ledger.Languages;
import io.transcripthub.ledger.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferedLanguagesTest {
    @TempDir
    private Path dir;

    private final SettableClock clock = new SettableClock();
    private final List<CompletableFuture<Set<String>>> requests = new ArrayList<>();
    private Database database;
    private OfferedLanguages languages;

    @BeforeEach
    void open() {
        database = Database.open(Database.embeddedUrl(dir), "", "", "n1");
        languages = offered();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void many_that_ask_at_once_share_one_request() {
        List<CompletableFuture<Set<String>>> waiting = List.of(
                deciding("en-US"),
                deciding("de-DE"),
                languages.refresh("cxone").thenApply(Languages.Offer::codes).toCompletableFuture());
        requests.get(0).complete(Set.of("en-US"));
        assertThat(waiting).allSatisfy(each -> assertThat(each.join()).containsExactly("en-US"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_vendor_that_names_a_time_is_not_asked_before_it() {
        CompletableFuture<?> refused = languages.refresh("cxone").toCompletableFuture();
        Instant notBefore = clock.instant().plusSeconds(2);
        requests.get(0).completeExceptionally(new NoLanguages("cxone", notBefore));
        assertThatThrownBy(refused::join).hasCauseInstanceOf(NoLanguages.class);

        clock.advance(Duration.ofMillis(1_999));
        assertThatThrownBy(deciding("en-US")::join).hasRootCauseInstanceOf(NoLanguages.class);
        assertThatThrownBy(languages.refresh("cxone").toCompletableFuture()::join)
                .hasRootCauseInstanceOf(NoLanguages.class);
        assertThat(requests).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        CompletableFuture<Set<String>> again = deciding("en-US");
        requests.get(1).complete(Set.of("en-US"));
        assertThat(again.join()).containsExactly("en-US");
    }

    @Test
    void the_list_that_a_vendor_gave_last_decides_while_it_is_away_and_after_a_restart() {
        CompletableFuture<Set<String>> first = deciding("en-US");
        requests.get(0).complete(Set.of("en-US", "de-DE"));
        assertThat(first.join()).contains("en-US");
        clock.advance(Duration.ofHours(1));
        languages = offered();

        assertThat(deciding("de-DE").join()).contains("de-DE");
        assertThat(requests).hasSize(1);
        CompletableFuture<Set<String>> unknown = deciding("tlh");
        requests.get(1).completeExceptionally(new NoLanguages("cxone", null));
        assertThat(unknown.join()).containsExactlyInAnyOrder("de-DE", "en-US");
    }

    private CompletableFuture<Set<String>> deciding(String language) {
        return languages.deciding("cxone", language).toCompletableFuture();
    }

    private OfferedLanguages offered() {
        return new OfferedLanguages(
                new Languages(database),
                account -> {
                    requests.add(new CompletableFuture<>());
                    return requests.get(requests.size() - 1);
                },
                clock);
    }
}
