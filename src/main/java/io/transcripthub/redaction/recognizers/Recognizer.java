package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;

/**
 * Finds one kind of personal data. A recognizer is stateless, reads the whole call, so that a value may lie in one
 * utterance and its cue in another, and needs time linear in the length of the call.
 */
@FunctionalInterface
public interface Recognizer {
    /**
     * @param claims what recognizers before this one have found; takes this one's findings
     */
    void recognize(Call call, Claims claims);
}
