package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;

/** Genesys Cloud's paths for the transcription of media. */
final class MediaApi implements Api {
    private static final String TRANSCRIPTIONS = "/api/v2/quality/transcriptions";
    private static final String TRANSCRIPTION = TRANSCRIPTIONS + "/";

    private final Map<String, Resource> submitted = new HashMap<>();
    private final Resource invalidSubmission = new Resource("invalid submission");
    private final Resource unknownJob = new Resource("unknown job");
    private final Media media;
    private final Gate gate;

    MediaApi(Media media, Gate gate) {
        this.media = media;
        this.gate = gate;
    }

    @Override
    public boolean handle(HttpServerRequest request, Buffer body) {
        String path = request.path();
        if (request.method().equals(HttpMethod.GET) && path.startsWith(TRANSCRIPTION)) {
            poll(request, path.substring(TRANSCRIPTION.length()));
        } else if (request.method().equals(HttpMethod.POST) && path.equals(TRANSCRIPTIONS)) {
            submit(request, body);
        } else {
            return false;
        }
        return true;
    }

    private void submit(HttpServerRequest request, Buffer body) {
        try {
            MediaSubmission submission = MediaSubmission.read(body.getBytes());
            Resource medium = submitted.computeIfAbsent(submission.mediaId(), Resource::new);
            Visit visit = new Visit(request, Operation.SUBMIT_MEDIA, medium);
            gate.serveLater(visit, () -> media.submit(submission, visit));
        } catch (InvalidRequest e) {
            Visit visit = new Visit(request, Operation.SUBMIT_MEDIA, invalidSubmission);
            gate.serve(visit, () -> Answer.badRequest(e.getMessage()));
        }
    }

    private void poll(HttpServerRequest request, String transcriptionId) {
        Job job = media.job(transcriptionId);
        if (job == null) {
            gate.serve(new Visit(request, Operation.POLL_MEDIA, unknownJob), () -> Answer.NOT_FOUND);
        } else {
            gate.serve(new Visit(request, Operation.POLL_MEDIA, job.resource()), job::poll);
        }
    }
}
