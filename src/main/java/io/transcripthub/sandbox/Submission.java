package io.transcripthub.sandbox;

/** A recording handed in for transcription. */
record Submission(
        String recordingId,
        String languageCode,
        boolean speakerDiarization,
        boolean punctuationRestoration,
        boolean profanityMasking) {
    static Submission read(byte[] body) throws InvalidRequest {
        RequestJson json = RequestJson.read(body);
        return new Submission(
                json.id("recordingId"),
                json.text("languageCode", Calls.DEFAULT_LANGUAGE),
                json.flag("speakerDiarization"),
                json.flag("punctuationRestoration"),
                json.flag("profanityMasking"));
    }
}
