package io.transcripthub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.ledger.Recording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A request to transcribe media at Genesys Cloud, as the OpenAPI document describes it. */
final class MediaRequest {
    static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "account",
            "mediaId",
            "language",
            "profanityFilter",
            "diarization",
            "languageModel",
            "customVocabularyIds",
            "media"));
    static final Set<String> MEDIA_FIELDS = new TreeSet<>(Set.of("duration", "size", "codec"));

    private static final Pattern ON_OR_OFF = Pattern.compile("on|off");
    private static final Pattern MODEL = Pattern.compile("[\\p{L}\\p{N} ._:-]{1,128}");
    private static final Pattern VOCABULARY = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final int MOST_VOCABULARIES = 100;

    /** Genesys Cloud takes at most 240 minutes and 2 GiB. */
    private static final long LONGEST_SECONDS = 240 * 60L;

    private static final long LARGEST_BYTES = 2L << 30;

    /** Genesys Cloud's names of the codecs it takes, and PCM, which is L16. */
    private static final Set<String> CODECS = new TreeSet<>(Set.of("L16", "PCM", "G711MU", "G711A", "OPUS", "MP3"));

    private MediaRequest() {}

    static Recording read(JsonNode request) {
        Fields fields = new Fields(request, FIELDS);
        String account = fields.required("account", Pattern.compile(".{1,100}"), "the name of an account");
        String mediaId = fields.required("mediaId", RecordingRequest.ID, RecordingRequest.ID_WORDS);
        String language =
                fields.optional("language", RecordingRequest.LANGUAGE, RecordingRequest.LANGUAGE_WORDS, "en-US");
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("profanityFilter", fields.optional("profanityFilter", ON_OR_OFF, "on or off", "on"));
        options.put("diarization", fields.flag("diarization", true));
        options.put(
                "languageModel", fields.optional("languageModel", MODEL, "the name of a language model", "default"));
        options.put("customVocabularyIds", vocabularies(fields));
        fields.object("media", MEDIA_FIELDS).ifPresent(MediaRequest::check);
        String jobId = JobId.of(account, "media", mediaId, language, options);
        return new Recording(jobId, account, "media", mediaId, language, options, null, null);
    }

    private static List<String> vocabularies(Fields fields) {
        return fields.texts("customVocabularyIds", VOCABULARY, "ids of vocabularies", MOST_VOCABULARIES);
    }

    private static void check(Fields media) {
        media.atMost("duration", LONGEST_SECONDS, "seconds (240 minutes)");
        media.atMost("size", LARGEST_BYTES, "bytes (2 GB)");
        String codec = media.optional("codec", Pattern.compile("(?s).*"), "a codec", null);
        if (codec != null && !CODECS.contains(codec.toUpperCase(Locale.ROOT))) {
            throw Rejected.expectedNot("media.codec", "one of " + CODECS + " in any case", codec);
        }
    }

    /**
     * A transcription that the vendor has and nobody asked for here.
     *
     * @param answer the vendor's about it
     */
    static Recording adopted(String account, String transcriptionId, Map<?, ?> answer) {
        String mediaId = fitting(answer.get("mediaId"), RecordingRequest.ID, transcriptionId);
        String language = fitting(answer.get("language"), RecordingRequest.LANGUAGE, "und");
        String jobId = JobId.of(account, "media", mediaId, language, Map.of("transcriptionId", transcriptionId));
        return new Recording(jobId, account, "media", mediaId, language, Map.of(), null, null);
    }

    private static String fitting(Object given, Pattern pattern, String preset) {
        return given instanceof String text && pattern.matcher(text).matches() ? text : preset;
    }
}
