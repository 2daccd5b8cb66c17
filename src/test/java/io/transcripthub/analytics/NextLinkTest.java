package io.transcripthub.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {
    private final NextLink links = new NextLink(URI.create("https://api.example/base"));

    @Test
    void a_link_to_the_configured_host_is_followed_whole_or_relative_to_it() {
        assertThat(links.follow("https://API.example:443/p?page=2")).hasToString("https://API.example:443/p?page=2");
        assertThat(links.follow("/p?page=3")).hasToString("https://api.example/p?page=3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example/p",
                "https://api.example:8443/p",
                "https://api.example.evil.example/p",
                "//evil.example/p",
                "https://user@api.example/p",
                "https://evil.example\\@api.example/p",
                "file:///etc/passwd",
                "mailto:somebody",
                "not an address"
            })
    void a_link_to_anywhere_else_is_refused_in_words(String elsewhere) {
        assertThatThrownBy(() -> links.follow(elsewhere))
                .isInstanceOf(NextLink.Refused.class)
                .hasMessageStartingWith("nextLink: expected ");
    }

    @Test
    void a_page_is_read_once() {
        links.follow("/p?page=2");
        assertThatThrownBy(() -> links.follow("/p?page=2")).hasMessageContaining("loop");
    }
}
