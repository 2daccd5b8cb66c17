package io.transcripthub.redaction;

import java.util.List;
import java.util.stream.Stream;

/** All recognizers, the most specific first: where two claim the same characters, the earlier one names the type. */
final class Recognizers {
    private static final List<Recognizer> WRITTEN = List.of(
            new EmailRecognizer(),
            new IbanRecognizer(),
            new CardRecognizer(),
            new SsnRecognizer(),
            new PhoneRecognizer(),
            new RepeatRecognizer());

    private Recognizers() {}

    static List<Recognizer> of(RedactionMode mode) {
        return mode == RedactionMode.STANDARD
                ? WRITTEN
                : Stream.concat(WRITTEN.stream(), Stream.of(new LongNumberRecognizer()))
                        .toList();
    }
}
