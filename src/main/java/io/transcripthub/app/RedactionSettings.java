package io.transcripthub.app;

import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.RedactionRules;
import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;

/** The mode of redaction and a user's own types and words, as the settings have them; the same for all that redacts. */
public final class RedactionSettings {
    private RedactionSettings() {}

    /** @throws InvalidSetting naming the key, what was expected and what was found */
    public static RedactionRules rules(Settings settings) {
        try {
            return RedactionRules.of(RedactionMode.of(settings.get("redaction.mode")), settings.asMap());
        } catch (IllegalArgumentException fault) {
            throw new InvalidSetting(fault.getMessage());
        }
    }
}
