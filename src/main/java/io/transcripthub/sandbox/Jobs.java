package io.transcripthub.sandbox;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** What one vendor has accepted. Used by one thread. */
final class Jobs {
    private static final int MOST_MIXED_POLLS = 4;

    private final Map<String, Job> jobs = new HashMap<>();
    private final String idPrefix;
    private final int polls;
    private final FaultInjection faults;
    private final Recorder recorder;
    private final Events events;

    /**
     * @param kind how ids of transcriptions begin
     * @param polls as in {@link SandboxOptions}
     */
    Jobs(String kind, int polls, FaultInjection faults, Recorder recorder, Events events) {
        this.idPrefix = kind + "_" + UUID.randomUUID().toString().substring(0, 8) + "_";
        this.polls = polls;
        this.faults = faults;
        this.recorder = recorder;
        this.events = events;
    }

    /** Null for an unknown id. */
    Job job(String transcriptionId) {
        return jobs.get(transcriptionId);
    }

    /**
     * The refusal that an id asks for, null where it asks for none.
     *
     * @param thing recording or medium, with the id
     */
    static Answer refusal(String thing) {
        if (thing.contains("-forbidden")) {
            return Answer.error(403, "Forbidden", "The client may not read " + thing + ".");
        }
        return thing.contains("-missing") ? Answer.error(404, "Not Found", "There is no " + thing + ".") : null;
    }

    /**
     * Takes a submission on.
     *
     * @param externalId of the recording or medium
     * @param job makes the job of a transcription id
     * @return its acceptance, which comes late where an event is to come before it
     */
    Future<Answer> accept(String externalId, Visit submission, BiFunction<String, Work, Job> job) {
        String transcriptionId = idPrefix + (jobs.size() + 1);
        Work work = new Work(Ending.of(externalId, submission, faults), lastPoll(externalId));
        Job accepted = job.apply(transcriptionId, work);
        jobs.put(transcriptionId, accepted);
        recorder.submissionAccepted(externalId);
        return events.accepted(transcriptionId, externalId, work).map(sent -> accepted.accepted());
    }

    private int lastPoll(String externalId) {
        return polls > 0 ? polls : 1 + Math.floorMod(Dice.mix(~externalId.hashCode()), MOST_MIXED_POLLS);
    }
}
