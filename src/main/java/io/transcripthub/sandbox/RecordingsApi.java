package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;

/** CXone's paths for the transcription of recordings. */
final class RecordingsApi implements Api {
    private static final String MODELS = "/api/v2/speech-to-text/models";
    private static final String TRANSCRIPTIONS = "/api/v2/recordings/transcriptions";
    private static final String TRANSCRIPTION = TRANSCRIPTIONS + "/";

    private final Map<String, Resource> submitted = new HashMap<>();
    private final Resource models = new Resource("models");
    private final Resource invalidSubmission = new Resource("invalid submission");
    private final Resource unknownJob = new Resource("unknown job");
    private final Recordings recordings;
    private final Gate gate;

    RecordingsApi(Recordings recordings, Gate gate) {
        this.recordings = recordings;
        this.gate = gate;
    }

    @Override
    public boolean handle(HttpServerRequest request, Buffer body) {
        String path = request.path();
        boolean get = request.method().equals(HttpMethod.GET);
        if (get && path.startsWith(TRANSCRIPTION)) {
            poll(request, path.substring(TRANSCRIPTION.length()));
        } else if (request.method().equals(HttpMethod.POST) && path.equals(TRANSCRIPTIONS)) {
            submit(request, body);
        } else if (get && path.equals(MODELS)) {
            gate.serve(new Visit(request, Operation.MODELS, models), recordings::models);
        } else {
            return false;
        }
        return true;
    }

    private void submit(HttpServerRequest request, Buffer body) {
        try {
            Submission submission = Submission.read(body.getBytes());
            Resource recording = submitted.computeIfAbsent(submission.recordingId(), Resource::new);
            Visit visit = new Visit(request, Operation.SUBMIT, recording);
            gate.serveLater(visit, () -> recordings.submit(submission, visit));
        } catch (InvalidRequest e) {
            Visit visit = new Visit(request, Operation.SUBMIT, invalidSubmission);
            gate.serve(visit, () -> Answer.badRequest(e.getMessage()));
        }
    }

    private void poll(HttpServerRequest request, String transcriptionId) {
        Job job = recordings.job(transcriptionId);
        if (job == null) {
            gate.serve(new Visit(request, Operation.POLL, unknownJob), () -> Answer.NOT_FOUND);
        } else {
            gate.serve(new Visit(request, Operation.POLL, job.resource()), job::poll);
        }
    }
}
