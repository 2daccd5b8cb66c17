package io.transcripthub.redaction.recognizers;

import com.google.re2j.Matcher;
import io.transcripthub.redaction.CustomType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;

/** A type of a user's own: what its pattern matches, where its words ask for it if it has any. */
final class CustomRecognizer implements Recognizer {
    private final CustomType type;

    CustomRecognizer(CustomType type) {
        this.type = type;
    }

    @Override
    public void recognize(Call call, Claims claims) {
        if (!type.words().isEmpty() && !call.mentions(type.topic())) {
            return;
        }
        for (int utterance = 0; utterance < call.size(); utterance++) {
            Matcher matcher = type.pattern().matcher(call.text(utterance));
            while (matcher.find()) {
                if (matcher.end() > matcher.start() && isAbout(call, utterance, matcher.start())) {
                    claims.claim(type.type(), utterance, matcher.start(), matcher.end());
                }
            }
        }
    }

    private boolean isAbout(Call call, int utterance, int start) {
        int token = call.tokens().at(utterance, start);
        return type.words().isEmpty()
                || token < call.tokens().last(utterance) && call.context().isAbout(type.topic(), token, token + 1, 1);
    }
}
