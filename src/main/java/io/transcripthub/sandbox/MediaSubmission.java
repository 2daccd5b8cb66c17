package io.transcripthub.sandbox;

import java.util.List;
import java.util.Set;

/** A medium handed in for transcription, as Genesys Cloud takes it. */
record MediaSubmission(
        String mediaId,
        String language,
        String profanityFilter,
        boolean diarization,
        String languageModel,
        List<String> customVocabularyIds) {
    private static final Set<String> FIELDS =
            Set.of("mediaId", "language", "profanityFilter", "diarization", "languageModel", "customVocabularyIds");

    static MediaSubmission read(byte[] body) throws InvalidRequest {
        RequestJson json = RequestJson.read(body);
        json.expectOnly(FIELDS);
        MediaSubmission submission = new MediaSubmission(
                json.id("mediaId"),
                json.text("language", Calls.DEFAULT_LANGUAGE),
                json.text("profanityFilter", "off"),
                json.flag("diarization"),
                json.text("languageModel", "default"),
                json.texts("customVocabularyIds"));
        if (!Set.of("on", "off").contains(submission.profanityFilter)) {
            throw new InvalidRequest(
                    "profanityFilter: expected on or off, found \"%s\".".formatted(submission.profanityFilter));
        }
        if (submission.languageModel.isBlank()) {
            throw new InvalidRequest("languageModel: expected the name of a model, found none.");
        }
        return submission;
    }
}
