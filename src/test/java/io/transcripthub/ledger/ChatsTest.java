package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.ledger.Ledger.NotRetried;
import io.transcripthub.ledger.Ledger.Submitted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ChatsTest {
    private static final Set<String> SINKS = Set.of("webhook", "archive-url", Ledger.AUDIT);

    @Parameter
    TestDatabase database;

    @TempDir
    Path directory;

    private TestLedger hub;

    @BeforeEach
    void open() {
        hub = new TestLedger(database.fresh(directory).open("n1"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private static SealedChat chat(String jobId, String sealed, int messages) {
        Map<String, Object> options = Map.of("messages", messages, "part", 2, "parts", 3);
        return new SealedChat(new Recording(jobId, "cxone", "chat", "ext_" + jobId, "", options, null, null), sealed);
    }

    private Submitted submit(String jobId, String sealed) {
        return hub.ledger.submitChats(List.of(chat(jobId, sealed, 1))).get(0);
    }

    private Job due() {
        List<Job> due = hub.ledger
                .claim(new Claim.OfJobs(JobState.QUEUED, "chat", Set.of(), 100))
                .rows();
        assertThat(due).hasSize(1);
        return due.get(0);
    }

    private void settle(Outcome outcome) {
        hub.settle(due(), outcome, SINKS);
    }

    @Test
    void a_chat_is_taken_once_with_its_sealed_text() {
        assertThat(submit("job-1", "v1.a").isNew()).isTrue();
        assertThat(submit("job-1", "v1.b").isNew()).isFalse();
        assertThat(hub.ledger.submitChats(List.of(chat("job-2", "x", 1), chat("job-2", "y", 1))))
                .extracting(Submitted::isNew)
                .containsExactly(true, false);
        assertThat(hub.ledger.sealedText(hub.job("job-1"))).contains("v1.a");
        assertThat(hub.ledger.sealedText(hub.job("job-2"))).contains("x");
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void a_large_text_comes_back_whole() {
        String large = "0123456789abcdef".repeat(90_000);
        submit("job-1", large);
        assertThat(hub.ledger.sealedText(hub.job("job-1"))).contains(large);
    }

    @Test
    void a_confirmed_chat_loses_its_text_and_goes_to_its_sinks() {
        submit("job-1", "sealed");
        hub.clock.advance(Duration.ofMillis(1_500));
        settle(new Outcome.Injected("conv_1"));

        Job job = hub.job("job-1");
        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(job.vendorId()).isEqualTo("conv_1");
        assertThat(job.latencySeconds()).isEqualTo(1.5);
        assertThat(hub.ledger.sealedText(job)).isEmpty();
        assertThat(hub.audit("CHAT_INJECTED"))
                .singleElement()
                .asString()
                .contains(
                        "\"interactionId\":\"ext_job-1\"",
                        "\"conversationId\":\"conv_1\"",
                        "\"part\":2",
                        "\"parts\":3",
                        "\"latencySeconds\":1.5")
                .doesNotContain("languageCode", "sealed");

        Delivery archive = hub.due("archive-url");
        assertThat(archive.failure()).isNull();
        assertThat(archive.document()).isNull();
        hub.settle(archive, new Outcome.Delivered());
        hub.settle(hub.due("webhook"), new Outcome.Delivered());
        assertThat(hub.audit("DELIVERY_SETTLED"))
                .singleElement()
                .asString()
                .contains("\"archiveUrlSyncSuccess\":true", "\"webhookSyncSuccess\":true");
        hub.auditOnDisk();
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void a_failed_chat_loses_its_text_and_can_only_be_handed_in_again() {
        submit("job-1", "sealed");
        settle(new Outcome.Failed("403 Forbidden"));
        assertThat(hub.ledger.sealedText(hub.job("job-1"))).isEmpty();
        assertThat(hub.audit("CHAT_FAILED")).hasSize(1);
        assertThat(hub.ledger.retry("job-1", TestLedger.PACE)).isEqualTo(NotRetried.TEXT_DELETED);

        assertThat(hub.ledger.submitChats(List.of(chat("job-1", "corrected", 7))))
                .extracting(Submitted::isNew)
                .containsExactly(true);
        Job again = hub.job("job-1");
        assertThat(again.state()).isEqualTo(JobState.QUEUED);
        assertThat(again.progress().run()).isEqualTo(1);
        assertThat(again.option("messages")).isEqualTo(7);
        assertThat(hub.ledger.sealedText(again)).contains("corrected");
        assertThat(hub.audit("CHAT_RETRIED")).hasSize(1);
        assertThat(hub.tally()).isEqualTo(hub.counted());
        settle(new Outcome.Injected("conv_1"));
        assertThat(submit("job-1", "once more").isNew()).isFalse();
        assertThat(hub.ledger.sealedText(hub.job("job-1"))).isEmpty();
    }

    @Test
    void an_answer_that_was_lost_is_remembered_over_other_faults_and_to_the_end() {
        submit("job-1", "sealed");
        Instant lost = hub.clock.instant();
        settle(TestLedger.later(Fault.Kind.UNANSWERED));
        hub.clock.advance(Duration.ofMinutes(1));
        settle(TestLedger.later(Fault.Kind.AWAY));
        String told = "an answer was lost at " + lost + ", so the vendor may have the chat ";
        assertThat(hub.job("job-1").reason()).isEqualTo("503 from the other side; " + told + "already");
        hub.clock.advance(Duration.ofMinutes(1));
        settle(new Outcome.Injected(null));
        assertThat(hub.job("job-1").reason()).isEqualTo(told + "twice");
    }

    @Test
    void a_gateway_that_answers_for_the_vendor_may_hide_an_injection_and_is_asked_again_for_long() {
        submit("job-1", "sealed");
        Instant lost = hub.clock.instant();
        for (int attempt = 1; attempt <= 99; attempt++) {
            settle(TestLedger.later(Fault.Kind.UNSURE));
            hub.clock.advance(Duration.ofMinutes(5));
        }
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.QUEUED);
        assertThat(hub.job("job-1").reason())
                .endsWith("an answer was lost at " + lost + ", so the vendor may have the chat already");
        settle(TestLedger.later(Fault.Kind.UNSURE));
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DEAD);
    }

    @Test
    void of_a_chat_that_was_under_way_when_the_process_died_an_answer_was_lost() {
        submit("job-1", "sealed");
        submit("job-2", "sealed");
        Instant lost = hub.clock.instant();
        assertThat(hub.ledger
                        .claim(new Claim.OfJobs(JobState.QUEUED, "chat", Set.of(), 1))
                        .rows())
                .extracting(Job::jobId)
                .containsExactly("job-1");
        TestLedger next = new TestLedger(hub.database, hub.clock, "n1");
        hub.clock.advance(Duration.ofMinutes(1));
        List<Job> again = next.ledger
                .claim(new Claim.OfAccount(JobState.QUEUED, "chat", "cxone", false, 9))
                .rows();
        assertThat(again).extracting(job -> job.progress().lostAt()).containsExactly(lost, null);
        next.settle(again.get(0), new Outcome.Injected("conv_1"), SINKS);
        assertThat(hub.job("job-1").reason())
                .isEqualTo("an answer was lost at " + lost + ", so the vendor may have the chat twice");
    }

    @Test
    void of_a_chat_that_was_answered_or_not_even_sent_nothing_is_lost() {
        submit("job-1", "sealed");
        for (Fault.Kind kind : List.of(Fault.Kind.BUSY, Fault.Kind.AWAY, Fault.Kind.NOT_SENT)) {
            settle(TestLedger.later(kind));
            hub.clock.advance(Duration.ofMinutes(5));
        }
        assertThat(due().progress().lostAt()).isNull();
    }

    @Test
    void a_recording_says_nothing_of_lost_answers() {
        hub.submit("job-1");
        hub.settle(hub.due(JobState.QUEUED), TestLedger.later(Fault.Kind.UNANSWERED));
        assertThat(hub.job("job-1").reason()).isEqualTo("503 from the other side");
    }

    @Test
    void chats_are_no_transcripts_to_be_sent_again() {
        submit("job-1", "sealed");
        settle(new Outcome.Injected("conv_1"));
        assertThat(hub.ledger.redeliver("search", null, null)).isZero();
        assertThat(hub.deliveries("search")).isEmpty();
    }
}
