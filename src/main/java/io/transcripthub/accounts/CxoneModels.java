package io.transcripthub.accounts;

import io.transcripthub.transcripts.UnusableAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads CXone's list of speech-to-text models. */
public final class CxoneModels {
    private CxoneModels() {}

    /**
     * @param answer {@code {"models":[{"languageCode":"en-US"}]}}
     * @throws UnusableAnswer when it names no language
     */
    public static Set<String> languages(Map<?, ?> answer) {
        if (!(answer.get("models") instanceof List<?> models)) {
            throw new UnusableAnswer("models: expected a list of speech-to-text models");
        }
        Set<String> languages = models.stream()
                .map(model -> model instanceof Map<?, ?> members ? members.get("languageCode") : null)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(code -> !code.isBlank() && !code.contains(" "))
                .collect(Collectors.toSet());
        if (languages.isEmpty()) {
            throw new UnusableAnswer("models: expected at least one languageCode, found none");
        }
        return languages;
    }
}
