package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.audit.ChainHead;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesTest {
    private static final Schedule SCHEDULE = new Schedule(List.of(Duration.ZERO, Duration.ofSeconds(5)));

    @TempDir
    private Path dir;

    private final SettableClock clock = new SettableClock();

    @ParameterizedTest
    @EnumSource
    void what_was_sent_is_known_after_a_crash_and_the_version_is_free_again(TestDatabase kind) {
        TestDatabase.Place place = kind.fresh(dir);
        try (Database database = place.open("n1")) {
            ledger(database);
            Engines engines = engines(database);
            EngineVersion version = engines.hold("cxone", "e", "1").orElseThrow();
            assertThat(engines.hold("cxone", "e", "1")).isEmpty();
            engines.begin(version, "create");
        }
        try (Database database = place.open("n1")) {
            ledger(database);
            Engines engines = engines(database);
            EngineVersion version = engines.hold("cxone", "e", "1").orElseThrow();
            assertThat(version.step("create")).contains(new EngineVersion.Step(false, null, null));
            version = engines.created(version, "create", "eng_1", 10, Map.of("split", "digest"));
            assertThat(version.engineId()).isEqualTo("eng_1");
            assertThat(version.step("create")).contains(new EngineVersion.Step(true, null, "eng_1"));
            assertThat(version.step("split")).contains(new EngineVersion.Step(true, "digest", null));
            assertThat(engines.forget(version, "split").step("split")).isEmpty();
            engines.release(version);
            assertThat(engines.hold("cxone", "e", "1")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_written_with_its_audit_line_and_its_event_at_once(TestDatabase kind) {
        try (Database database = kind.fresh(dir).open("n1")) {
            Ledger ledger = ledger(database);
            Engines engines = engines(database);
            EngineVersion first = applied(engines, "1");
            clock.advance(Duration.ofSeconds(1));
            EngineVersion second = engines.moved(applied(engines, "2"), "promoted", 25);
            assertThat(second.split()).isEqualTo(25);
            assertThat(engines.lastApplied("cxone", "e")).contains(second);
            assertThat(engines.before(second)).contains(first);
            assertThat(engines.before(first)).isEmpty();
            assertThat(ledger.unwrittenAudit(10)).hasSize(3).allMatch(line -> line.json()
                    .contains("\"ENGINE_CHANGED\""));
            List<Notice> notices =
                    ledger.claim(new Claim.OfNotices("webhook", 10)).rows();
            assertThat(notices).extracting(Notice::type).containsOnly("engine.changed");
            assertThat(notices.get(2).data()).contains("\"trafficSplitBefore\":10", "\"trafficSplit\":25");
            assertThat(ledger.claim(new Claim.OfNotices("webhook", 10)).rows()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_is_tried_by_the_schedule_until_it_is_delivered_or_dead(TestDatabase kind) {
        try (Database database = kind.fresh(dir).open("n1")) {
            Ledger ledger = ledger(database);
            applied(engines(database), "1");
            Fault fault = new Fault(Fault.Kind.AWAY, "503", null);
            Notice notice =
                    ledger.claim(new Claim.OfNotices("webhook", 1)).rows().get(0);
            ledger.settle(List.of(new Step.OfNotice(notice, new Outcome.Later(fault))));
            assertThat(ledger.claim(new Claim.OfNotices("webhook", 1)).rows()).isEmpty();
            clock.advance(Duration.ofSeconds(6));
            Notice again =
                    ledger.claim(new Claim.OfNotices("webhook", 1)).rows().get(0);
            assertThat(again.eventId()).isEqualTo(notice.eventId());
            assertThat(again.attempts()).isEqualTo(1);
            ledger.settle(List.of(new Step.OfNotice(again, new Outcome.Later(fault))));
            assertThat(ledger.view().counts()).containsExactly(new LedgerView.Count("cxone", "webhook", "DEAD", 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_dead_event_is_sent_again_under_its_id_and_counted_so(TestDatabase kind) {
        try (Database database = kind.fresh(dir).open("n1")) {
            Ledger ledger = ledger(database);
            Notices notices = new Notices(database, "n1", clock);
            Notice dead = dead(database, ledger);
            assertThat(notices.list(DeliveryState.DEAD, null, 9))
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason()).isEqualTo("410 Gone"));
            assertThat(notices.retry(dead.eventId())).isTrue();
            assertThat(notices.retry(dead.eventId())).isFalse();
            assertThat(notices.retry("evt_none")).isFalse();
            assertThat(ledger.view().counts()).containsExactly(new LedgerView.Count("cxone", "webhook", "PENDING", 1));
            Notice again =
                    ledger.claim(new Claim.OfNotices("webhook", 9)).rows().get(0);
            assertThat(again.eventId()).isEqualTo(dead.eventId());
            assertThat(again.attempts()).isZero();
            ledger.settle(List.of(new Step.OfNotice(again, new Outcome.Delivered())));
            assertThat(notices.find(dead.eventId()).orElseThrow().state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(ledger.unwrittenAudit(9).stream().map(line -> line.json()))
                    .anyMatch(line -> line.contains("\"action\":\"NOTICE_RETRIED\"") && line.contains(dead.eventId()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sink_gets_the_events_of_a_period_again(TestDatabase kind) {
        try (Database database = kind.fresh(dir).open("n1")) {
            Ledger ledger = ledger(database);
            Notices notices = new Notices(database, "n1", clock);
            dead(database, ledger);
            clock.advance(Duration.ofHours(1));
            applied(engines(database), "2");
            assertThat(notices.redeliver("search", null, null)).isZero();
            assertThat(notices.redeliver("webhook", clock.instant(), null)).isZero();
            assertThat(notices.redeliver("webhook", null, clock.instant())).isEqualTo(1);
            assertThat(ledger.view().counts()).containsExactly(new LedgerView.Count("cxone", "webhook", "PENDING", 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void events_that_have_ended_leave_by_age_and_those_that_wait_stay(TestDatabase kind) {
        try (Database database = kind.fresh(dir).open("n1")) {
            Ledger ledger = ledger(database);
            Notices notices = new Notices(database, "n1", clock);
            dead(database, ledger);
            assertThat(notices.forget(clock.instant())).isZero();
            applied(engines(database), "2");
            clock.advance(Duration.ofHours(1));
            assertThat(notices.forget(clock.instant())).isEqualTo(1);
            assertThat(notices.list(null, null, 9)).singleElement().satisfies(one -> assertThat(one.state())
                    .isEqualTo(DeliveryState.PENDING));
            assertThat(ledger.view().counts()).containsExactly(new LedgerView.Count("cxone", "webhook", "PENDING", 1));
        }
    }

    private Notice dead(Database database, Ledger ledger) {
        applied(engines(database), "1");
        Notice notice = ledger.claim(new Claim.OfNotices("webhook", 1)).rows().get(0);
        ledger.settle(List.of(new Step.OfNotice(notice, new Outcome.Dead("410 Gone"))));
        return notice;
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_known_of_word_errors_before_a_transcript_names_the_engine(TestDatabase kind) {
        try (Database database = kind.fresh(dir).open("n1")) {
            ledger(database);
            assertThat(engines(database).wordErrorRates(Set.of("e 1", "eng_1"), clock.instant(), clock.instant()))
                    .isEmpty();
        }
    }

    private static EngineVersion applied(Engines engines, String version) {
        EngineVersion held = engines.hold("cxone", "e", version).orElseThrow();
        EngineVersion made = engines.created(held, "create", "eng_" + version, 10, Map.of());
        return engines.applied(made, "hash", "{}", null);
    }

    private Engines engines(Database database) {
        return new Engines(database, "n1", clock, List.of("webhook"));
    }

    private Ledger ledger(Database database) {
        return new Ledger(database, "n1", clock, SCHEDULE, ChainHead.GENESIS);
    }
}
