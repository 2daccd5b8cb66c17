package io.transcripthub.analytics;

import io.transcripthub.ledger.Conversation;
import io.transcripthub.ledger.Conversation.Analysed;
import io.transcripthub.ledger.Conversation.Asked;
import io.transcripthub.ledger.Conversation.Status;
import io.transcripthub.ledger.Conversations;
import io.transcripthub.transcripts.ConversationTranscript;
import io.transcripthub.transcripts.UnusableTranscript;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Asks for transcripts, a bounded number at a time and none with a thread of its own; what comes back is redacted, scored
 * and kept, many a transaction. One call at a time.
 */
final class TranscriptFetch {
    private static final int IN_FLIGHT = 64;
    private static final int READ_AHEAD = 500;
    private static final int BATCH = 500;
    /** Of all transcripts of a batch, so that long calls fit into memory, too. */
    private static final int MOST_LINES = 20_000;

    private static final Duration LONGEST_UNKEPT = Duration.ofMillis(500);
    private static final int BUSY_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 8;
    private static final String NOTHING_SAID = "200: the transcript holds no words of agent or customer";

    private final VendorAnalytics vendor;
    private final Conversations conversations;
    private final Turnstile turnstile;
    private final TextAnalysis analysis;
    private final Duration lateSweep;
    private final InstantSource clock;

    /** @param lateSweep how long after its start a conversation's transcript may still come */
    TranscriptFetch(
            VendorAnalytics vendor,
            Conversations conversations,
            Turnstile turnstile,
            TextAnalysis analysis,
            Duration lateSweep,
            InstantSource clock) {
        this.vendor = vendor;
        this.conversations = conversations;
        this.turnstile = turnstile;
        this.analysis = analysis;
        this.lateSweep = lateSweep;
        this.clock = clock;
    }

    private record Request(Conversation conversation, int tries) {
        Request again() {
            return new Request(conversation, tries + 1);
        }
    }

    private record Answer(Request request, Object body, Throwable failure) {}

    /** @param keys of conversations whose transcripts are wanted */
    void fetch(List<Long> keys, Timings timings, Watch watch) throws InterruptedException {
        new Window(keys, timings, watch).fetch();
    }

    /** The requests that are under way, and what came back and is not kept yet. */
    private final class Window {
        private final List<Long> keys;
        private final Timings timings;
        private final Watch watch;
        private final Deque<Request> next = new ArrayDeque<>();
        private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
        private final List<Answer> unkept = new ArrayList<>();
        private int read;
        private int open;
        private int kept;
        private int lines;
        private long lastKept = System.nanoTime();

        private Window(List<Long> keys, Timings timings, Watch watch) {
            this.keys = keys;
            this.timings = timings;
            this.watch = watch;
        }

        private void fetch() throws InterruptedException {
            watch.at("transcripts", 0, keys.size());
            while (open > 0 || more()) {
                send();
                Answer answer = answers.poll(open > 0 ? 100 : 20, TimeUnit.MILLISECONDS);
                if (answer != null) {
                    take(answer);
                    for (Answer other = answers.poll(); other != null; other = answers.poll()) {
                        take(other);
                    }
                }
                if (unkept.size() >= BATCH
                        || lines >= MOST_LINES
                        || System.nanoTime() - lastKept > LONGEST_UNKEPT.toNanos()) {
                    keep();
                }
            }
            keep();
        }

        private boolean more() {
            if (watch.stopped()) {
                return false;
            }
            if (next.isEmpty() && read < keys.size()) {
                int end = Math.min(keys.size(), read + READ_AHEAD);
                conversations.read(keys.subList(read, end)).forEach(row -> next.add(new Request(row, 1)));
                read = end;
            }
            return !next.isEmpty() || read < keys.size();
        }

        @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is in the queue
        private void send() {
            while (open < IN_FLIGHT && more() && !next.isEmpty()) {
                Conversation wanted = next.peek().conversation();
                if (!turnstile.enter(wanted.account())) {
                    return;
                }
                Request request = next.remove();
                open++;
                vendor.transcript(wanted.account(), wanted.listed().conversationId())
                        .whenComplete((body, failure) -> answers.add(new Answer(request, body, failure)));
            }
        }

        /** What the vendor was too busy for is asked for again at once, as soon as it lets us. */
        private void take(Answer answer) {
            open--;
            Request request = answer.request();
            if (answer.failure() != null && because(answer.failure()).isBusy() && request.tries() < BUSY_TRIES) {
                Instant until = because(answer.failure()).notBefore();
                Duration wait = FIRST_WAIT.multipliedBy(1L << (request.tries() - 1));
                turnstile.pause(
                        request.conversation().account(),
                        until == null ? clock.instant().plus(wait) : until);
                next.addFirst(request.again());
            } else {
                unkept.add(answer);
                lines += answer.body() instanceof List<?> transcript ? transcript.size() : 0;
            }
        }

        private void keep() {
            if (!unkept.isEmpty()) {
                conversations.note(asked(unkept, timings));
                kept += unkept.size();
                unkept.clear();
                lines = 0;
                watch.at("transcripts", kept, keys.size());
            }
            lastKept = System.nanoTime();
        }
    }

    private List<Asked> asked(List<Answer> answers, Timings timings) {
        List<Asked> asked = new ArrayList<>();
        List<Answer> readable = new ArrayList<>();
        List<ConversationTranscript> transcripts = new ArrayList<>();
        for (Answer answer : answers) {
            try {
                transcripts.add(transcript(answer));
                readable.add(answer);
            } catch (NotAnswered failed) {
                Status status = failed.status() == 404 ? Status.ABSENT : Status.FAILED;
                asked.add(without(answer, status, failed.getMessage()));
            }
        }
        List<Analysed> analysed = analysis.of(transcripts, timings);
        for (int i = 0; i < analysed.size(); i++) {
            asked.add(with(readable.get(i), analysed.get(i)));
        }
        return asked;
    }

    private static ConversationTranscript transcript(Answer answer) {
        if (answer.failure() != null) {
            throw because(answer.failure());
        }
        try {
            return ConversationTranscript.read(answer.body());
        } catch (UnusableTranscript unusable) {
            throw new NotAnswered("200: " + unusable.getMessage(), 200, null);
        }
    }

    private Asked with(Answer answer, Analysed analysed) {
        if (analysed == null) {
            return without(answer, Status.FAILED, "200: the transcript could not be redacted");
        }
        return analysed.sentiment() == null
                ? without(answer, Status.ABSENT, NOTHING_SAID)
                : new Asked(answer.request().conversation().seq(), Status.FETCHED, null, null, analysed);
    }

    private Asked without(Answer answer, Status status, String reason) {
        Conversation conversation = answer.request().conversation();
        return new Asked(conversation.seq(), status, reason, retryAt(conversation, status), null);
    }

    /** A young one that failed is due in the next run; what is absent, or old, more and more rarely. */
    private Instant retryAt(Conversation conversation, Status status) {
        if (mayStillCome(conversation) && status == Status.FAILED) {
            return clock.instant();
        }
        if (!mayStillCome(conversation) && status == Status.ABSENT) {
            return null;
        }
        int doublings = Math.min(MOST_DOUBLINGS, conversation.attempts());
        return clock.instant().plus(FIRST_RETRY.multipliedBy(1L << doublings));
    }

    private boolean mayStillCome(Conversation conversation) {
        Instant start = conversation.listed().start();
        return start == null || start.plus(lateSweep).isAfter(clock.instant());
    }

    private static NotAnswered because(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof NotAnswered known
                ? known
                : new NotAnswered("the hub failed: " + cause.getClass().getSimpleName(), 0, null);
    }
}
