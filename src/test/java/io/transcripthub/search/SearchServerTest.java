package io.transcripthub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchServerTest {
    @Test
    void several_hosts_are_separated_by_commas_and_a_missing_port_is_9200() {
        SearchServer server = SearchServer.of("http://one, https://two:443/", "", "", "");

        assertThat(server.hosts()).containsExactly(URI.create("http://one:9200"), URI.create("https://two:443"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "search:9200", "ftp://search", "http://hub:s3cret@search", "http://search/path", "http://a b"
            })
    void a_host_that_is_not_a_bare_url_is_refused_without_quoting_it(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchServer.of(host, "", "", ""))
                .withMessageContaining("expected http://host:9200")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void a_user_beside_an_api_key_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchServer.of("http://search", "hub", "s3cret", "a2V5"))
                .withMessage("search: expected either a username or an api key, found both");
    }

    @Test
    void its_words_hold_no_secret() {
        assertThat(SearchServer.of("http://search", "hub", "s3cret", "")).hasToString("http://search:9200");
    }
}
