package io.transcripthub.engines;

import io.transcripthub.settings.EditDistance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the vendor offers.
 *
 * @param models {@code {"id","locale","tier"}}
 * @param profiles {@code {"id","locale"}}
 */
public record Catalogue(List<Map<String, Object>> models, List<Map<String, Object>> profiles) {
    /** Each tier includes those before; a tier of another name says nothing of features. */
    private static final List<String> TIERS = List.of("standard", "enhanced", "high_decibel");

    void check(Engine engine, Problems problems) {
        Optional<Map<String, Object>> model = find(models, "acousticModelId", engine.acousticModelId(), problems);
        Optional<Map<String, Object>> profile =
                find(profiles, "languageProfileId", engine.languageProfileId(), problems);
        if (model.isPresent() && profile.isPresent()) {
            locales(model.get(), profile.get(), problems);
        }
        if (model.isPresent() && engine.acousticFeatureExtraction().enabled()) {
            tier(model.get(), engine.acousticFeatureExtraction().mode(), problems);
        }
    }

    private static Optional<Map<String, Object>> find(
            List<Map<String, Object>> offered, String key, String id, Problems problems) {
        Optional<Map<String, Object>> found =
                offered.stream().filter(each -> id.equals(each.get("id"))).findFirst();
        if (found.isEmpty()) {
            String suggestion = EditDistance.suggestion(
                    id,
                    offered.stream()
                            .map(each -> each.get("id"))
                            .filter(Objects::nonNull)
                            .map(Object::toString));
            problems.expected(
                    key, "one of the " + offered.size() + " that the vendor lists", "'" + id + "'" + suggestion);
        }
        return found;
    }

    private static void locales(Map<String, Object> model, Map<String, Object> profile, Problems problems) {
        boolean told = model.get("locale") != null && profile.get("locale") != null;
        if (told && !locale(model).equals(locale(profile))) {
            problems.expected(
                    "languageProfileId",
                    "a profile of the model's locale, " + model.get("locale"),
                    "'" + profile.get("id") + "' of " + profile.get("locale"));
        }
    }

    private static String locale(Map<String, Object> offered) {
        return offered.get("locale").toString().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static void tier(Map<String, Object> model, String mode, Problems problems) {
        String tier = String.valueOf(model.get("tier"));
        int allowed = TIERS.indexOf(tier.toLowerCase(Locale.ROOT).replace('-', '_'));
        if (allowed >= 0 && TIERS.indexOf(mode) > allowed) {
            problems.expected(
                    "acousticFeatureExtraction.mode",
                    String.join(" or ", TIERS.subList(0, allowed + 1)) + ", as the model's tier " + tier + " allows",
                    mode);
        }
    }
}
