package io.transcripthub.analytics;

import java.net.URI;
import java.util.HashSet;
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

    /** A link that is not followed. */
    static final class Refused extends RuntimeException {
        Refused(String words) {
            super("nextLink: " + words);
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
            return base.resolve(link).normalize();
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
