package io.transcripthub.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.transcripthub.accounts.AccessTokens.Issued;
import io.transcripthub.ledger.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final TokenRequest REQUEST = new TokenRequest("cxone", "http://127.0.0.1/token", "id", "secret", "");
    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock();
    private final List<CompletableFuture<Issued>> fetches = new ArrayList<>();
    private final List<CompletableFuture<String>> asked = new ArrayList<>();
    private final AccessTokens tokens = new AccessTokens(
            request -> {
                fetches.add(new CompletableFuture<>());
                return fetches.get(fetches.size() - 1);
            },
            clock);

    @Test
    void a_thousand_that_wait_share_one_fetch() {
        List<CompletableFuture<String>> waiting = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            waiting.add(token());
        }
        issue("one");

        assertThat(fetches).hasSize(1);
        assertThat(waiting).allMatch(each -> each.join().equals("one"));
    }

    @Test
    void a_token_is_renewed_at_four_fifths_of_its_life_while_it_still_serves() {
        ask();
        issue("one");
        clock.advance(HOUR.multipliedBy(79).dividedBy(100));
        assertThat(token().join()).isEqualTo("one");
        assertThat(fetches).hasSize(1);

        clock.advance(HOUR.dividedBy(50));
        assertThat(token().join()).isEqualTo("one");
        assertThat(fetches).hasSize(2);
        issue("two");
        assertThat(token().join()).isEqualTo("two");
    }

    @Test
    void a_refused_token_is_dropped_once_however_many_refusals_tell_of_it() {
        ask();
        issue("one");
        tokens.refused(REQUEST, "one");
        CompletableFuture<String> next = token();
        issue("two");
        tokens.refused(REQUEST, "one");

        assertThat(next.join()).isEqualTo("two");
        assertThat(token().join()).isEqualTo("two");
        assertThat(fetches).hasSize(2);
    }

    @Test
    void a_token_that_served_is_told_from_one_that_never_did() {
        tokens.served(REQUEST, "one");
        assertThat(tokens.hasServed(REQUEST, "one")).isTrue();
        assertThat(tokens.hasServed(REQUEST, "two")).isFalse();

        for (int other = 0; other < 8; other++) {
            tokens.served(REQUEST, "other-" + other);
        }
        assertThat(tokens.hasServed(REQUEST, "one")).isFalse();
    }

    @Test
    void a_failed_fetch_fails_who_waits_and_is_tried_again_later() {
        CompletableFuture<String> waiting = token();
        fetches.get(0).completeExceptionally(new NoToken("no token from there", null));
        assertThatThrownBy(waiting::join).hasRootCauseMessage("no token from there");

        clock.advance(Duration.ofMinutes(1));
        CompletableFuture<String> again = token();
        issue("one");
        assertThat(again.join()).isEqualTo("one");
    }

    @Test
    void neither_secret_nor_token_shows_in_words() {
        assertThat(REQUEST.toString()).doesNotContain("secret");
        assertThat(AccessToken.issued("one", HOUR, clock.instant()).toString()).doesNotContain("one");
    }

    private void ask() {
        asked.add(token());
    }

    private CompletableFuture<String> token() {
        return tokens.token(REQUEST).toCompletableFuture();
    }

    private void issue(String token) {
        fetches.get(fetches.size() - 1).complete(new Issued(token, HOUR));
    }
}
