package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** An accepted submission; it moves on with each answered poll. */
final class Job {
    private final String transcriptionId;
    private final Submission submission;
    private final Ending ending;
    private final int lastPoll;
    private final Buffer transcript;
    private final Resource resource;
    private int polls;

    /**
     * @param lastPoll the poll at which it is done, from 1
     * @param transcript what follows {@code "transcript":} in the answer
     */
    Job(String transcriptionId, Submission submission, Ending ending, int lastPoll, Buffer transcript) {
        this.transcriptionId = transcriptionId;
        this.submission = submission;
        this.ending = ending;
        this.lastPoll = lastPoll;
        this.transcript = transcript;
        this.resource = new Resource(submission.recordingId());
    }

    Resource resource() {
        return resource;
    }

    Answer accepted() {
        return Answer.json(202, described("QUEUED"));
    }

    Answer poll() {
        polls = Math.min(polls + 1, lastPoll);
        if (polls < lastPoll) {
            return Answer.json(200, described(polls == 1 ? "QUEUED" : "PROCESSING"));
        }
        return Answer.json(200, ending == Ending.COMPLETED ? completed() : ended());
    }

    private Buffer ended() {
        JsonObject body = new JsonObject(described(ending.status()));
        return (ending.errorMessage() == null ? body : body.put("errorMessage", ending.errorMessage())).toBuffer();
    }

    private Buffer completed() {
        Buffer head = described(ending.status());
        return Buffer.buffer(head.length() + transcript.length() + 16)
                .appendBuffer(head, 0, head.length() - 1)
                .appendString(",\"transcript\":")
                .appendBuffer(transcript)
                .appendString("}");
    }

    /** Ids, language and status hold no character that JSON would escape. */
    private Buffer described(String status) {
        return Buffer.buffer("{\"transcriptionId\":\"" + transcriptionId
                + "\",\"recordingId\":\"" + submission.recordingId()
                + "\",\"status\":\"" + status
                + "\",\"languageCode\":\"" + submission.languageCode()
                + "\",\"speakerDiarization\":" + submission.speakerDiarization()
                + ",\"punctuationRestoration\":" + submission.punctuationRestoration()
                + ",\"profanityMasking\":" + submission.profanityMasking() + "}");
    }
}
