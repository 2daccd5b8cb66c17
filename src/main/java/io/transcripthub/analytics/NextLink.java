package io.transcripthub.analytics;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Follows the links from page to page, on the vendor's host only, and each once. */
final class NextLink {
    /** A vendor whose pages never end must not keep the hub for ever. */
    private static final int MOST_PAGES = 100_000;

    private final URI base;
    private final Set<URI> followed = new HashSet<>();

    NextLink(URI base) {
        this.base = base;
    }

    /** Pages may hold nothing new, where conversations came in while they were read, but not all of them. */
    private static final int MOST_PAGES_WITHOUT_NEWS = 20;

    private final Set<String> listed = new HashSet<>();
    private int withoutNews;

    /** A link that is not followed. */
    static final class Refused extends RuntimeException {
        Refused(String words) {
            super("nextLink: " + words);
        }
    }

    /**
     * Takes note of the conversations of a page.
     *
     * @throws Refused when page after page brings none that was not there before
     */
    void listed(List<String> conversations) {
        boolean news = listed.addAll(conversations);
        withoutNews = news ? 0 : withoutNews + 1;
        if (withoutNews > MOST_PAGES_WITHOUT_NEWS) {
            throw new Refused("expected pages with other conversations, found " + withoutNews
                    + " in a row that hold none; the pages go round in a loop");
        }
    }

    /** @throws Refused when it leads to another host, back, or nowhere */
    URI follow(String link) {
        URI next = resolved(link);
        if (!origin(next).equals(origin(base)) || next.getRawUserInfo() != null) {
            throw new Refused(
                    "expected a page at " + origin(base) + ", the configured host, found one at " + origin(next));
        }
        if (!followed.add(next)) {
            throw new Refused("expected another page, found one that was read already; the pages go round in a loop");
        }
        if (followed.size() > MOST_PAGES) {
            throw new Refused("expected at most " + MOST_PAGES + " pages, found more");
        }
        return next;
    }

    private URI resolved(String link) {
        try {
            URI next = base.resolve(link).normalize();
            if (next.getHost() == null || next.getRawPath().length() <= 1) {
                throw new Refused("expected an address with host and path, or a path, found other text");
            }
            return next;
        } catch (IllegalArgumentException noAddress) {
            throw new Refused("expected an address, found other text");
        }
    }

    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
