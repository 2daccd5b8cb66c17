package io.transcripthub.engines;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A walk through the pages of one of the vendor's lists; a route asks for them. */
public final class Pages {
    private static final int LARGEST = 50;

    /** A vendor whose pages never end must not keep the hub for ever. */
    private static final int MOST_PAGES = 1_000;

    private static final int MOST_REFUSALS = 8;

    private final List<Map<String, Object>> entities = new ArrayList<>();
    private int size = LARGEST;
    private int pages;
    private int refusals;
    private String token;
    private boolean more = true;

    public static Pages begin() {
        return new Pages();
    }

    /** Whether there is another page to ask for. */
    public boolean isMore() {
        return more;
    }

    /** The page to ask for, as the query of a URL. */
    public String getQuery() {
        return "pageSize=" + size
                + (token == null ? "" : "&pageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    /** Whether a page that was refused with 429 may be asked for again. */
    public boolean isPatient() {
        return refusals < MOST_REFUSALS;
    }

    /** How often a page was refused with 429. */
    public int getRefusals() {
        return refusals;
    }

    /** A page was refused with 429: pages are half as large from now on. */
    public static void smaller(Pages pages) {
        pages.refusals++;
        pages.size = Math.max(1, pages.size / 2);
    }

    /** @param answer {@code {"entities":[..],"nextPageToken"?}} */
    public static void take(Pages pages, Map<String, Object> answer) {
        if (!(answer.get("entities") instanceof List<?> list) || ++pages.pages > MOST_PAGES) {
            throw new EngineRefused("expected a list of entities, on at most " + MOST_PAGES
                    + " pages, found something else in the vendor's answer");
        }
        for (Object entity : list) {
            if (entity instanceof Map<?, ?> members) {
                pages.entities.add(EngineBodies.members(members));
            }
        }
        Object next = answer.get("nextPageToken");
        pages.token = next == null || next.toString().isEmpty() ? null : next.toString();
        pages.more = pages.token != null;
    }

    public List<Map<String, Object>> getEntities() {
        return entities;
    }
}
