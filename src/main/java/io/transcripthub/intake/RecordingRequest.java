package io.transcripthub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.ledger.Recording;
import io.transcripthub.transcripts.WellFormed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/** A request to transcribe a CXone recording, as the OpenAPI document describes it. */
final class RecordingRequest {
    static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "account",
            "recordingId",
            "languageCode",
            "speakerDiarization",
            "punctuationRestoration",
            "profanityMasking",
            "referenceText",
            "engine"));
    private static final List<String> FLAGS =
            List.of("speakerDiarization", "punctuationRestoration", "profanityMasking");

    static final String ID_WORDS = "5 to 128 letters, digits, '_' or '-'";
    static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{5,128}");
    static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    static final String LANGUAGE_WORDS = "a language tag such as en-US";
    private static final Pattern ENGINE = Pattern.compile("[\\p{L}\\p{N} ._:-]{1,128}");

    private RecordingRequest() {}

    /** @param redaction of a text in a language, applied to the reference before anything else sees it */
    static Recording read(JsonNode request, BinaryOperator<String> redaction) {
        Fields fields = new Fields(request, FIELDS);
        String account = fields.required("account", Pattern.compile(".{1,100}"), "the name of an account");
        String recordingId = fields.required("recordingId", ID, ID_WORDS);
        String language = fields.optional("languageCode", LANGUAGE, LANGUAGE_WORDS, "en-US");
        Map<String, Object> options = new LinkedHashMap<>();
        FLAGS.forEach(flag -> options.put(flag, fields.flag(flag, true)));
        String reference = WellFormed.text(fields.text("referenceText"));
        String engine = fields.optional("engine", ENGINE, "the name of a speech engine", null);
        return new Recording(
                JobId.of(account, "recording", recordingId, language, options),
                account,
                "recording",
                recordingId,
                language,
                options,
                reference == null ? null : redaction.apply(reference, language),
                engine);
    }
}
