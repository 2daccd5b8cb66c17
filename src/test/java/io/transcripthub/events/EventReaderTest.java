package io.transcripthub.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.transcripthub.ledger.VendorEvent;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private static final String COMPLETED = "\"type\":\"quality.transcription.completed\"";

    private static VendorEvent genesys(String json) {
        return EventReader.read("genesys", "genesys", json.getBytes(UTF_8));
    }

    private static VendorEvent cxone(String json) {
        return EventReader.read("cxone", "cxone", json.getBytes(UTF_8));
    }

    /** A completed event with more members. */
    private static String completed(String members) {
        return "{" + COMPLETED + "," + members + "}";
    }

    private static UnexpectedEvent refused(String json) {
        UnexpectedEvent refused = catchThrowableOfType(UnexpectedEvent.class, () -> genesys(json));
        assertThat(refused).as(json).isNotNull();
        return refused;
    }

    @Test
    void an_event_says_what_it_is_and_which_transcription_it_tells_of() {
        VendorEvent event = genesys(completed("\"id\":\"evt-1\",\"transcriptionId\":\"gt_1\""));
        assertThat(event.account()).isEqualTo("genesys");
        assertThat(event.id()).isEqualTo("evt-1");
        assertThat(event.type()).isEqualTo("quality.transcription.completed");
        assertThat(event.transcriptionId()).isEqualTo("gt_1");
        assertThat(event.key()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_same_id_is_the_same_event_whatever_else_it_says() {
        VendorEvent first = genesys(completed("\"id\":\"evt-1\",\"transcriptionId\":\"gt_1\""));
        VendorEvent again = genesys(completed("\"transcriptionId\":\"gt_1\",\"attempt\":2,\"id\":\"evt-1\""));
        VendorEvent other = genesys(completed("\"id\":\"evt-2\",\"transcriptionId\":\"gt_1\""));
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(other.key()).isNotEqualTo(first.key());
    }

    @Test
    void without_an_id_the_same_type_and_transcription_are_the_same_event() {
        VendorEvent first = genesys(completed("\"transcriptionId\":\"gt_1\",\"sent\":1"));
        assertThat(first.id()).isNull();
        assertThat(genesys(completed("\"sent\":2,\"transcriptionId\":\"gt_1\",\"id\":null"))
                        .key())
                .isEqualTo(first.key());
        assertThat(genesys(completed("\"transcriptionId\":\"gt_2\"")).key()).isNotEqualTo(first.key());
        assertThat(cxone("{\"type\":\"other\",\"transcriptionId\":\"gt_1\"}").key())
                .isNotEqualTo(first.key());
        assertThat(genesys(completed("\"id\":\"gt_1\",\"transcriptionId\":\"gt_1\""))
                        .key())
                .isNotEqualTo(first.key());
    }

    @Test
    void what_tells_of_no_transcription_and_has_no_id_is_the_same_only_byte_by_byte() {
        VendorEvent first = cxone("{\"type\":\"speechEngineUpdated\",\"engine\":\"e1\"}");
        assertThat(cxone("{\"type\":\"speechEngineUpdated\",\"engine\":\"e1\"}").key())
                .isEqualTo(first.key());
        assertThat(cxone("{\"type\":\"speechEngineUpdated\",\"engine\":\"e2\"}").key())
                .isNotEqualTo(first.key());
    }

    @Test
    void ids_may_be_numbers() {
        VendorEvent event = genesys(completed("\"id\":17,\"transcriptionId\":42"));
        assertThat(event.id()).isEqualTo("17");
        assertThat(event.transcriptionId()).isEqualTo("42");
        assertThat(event.key())
                .isEqualTo(genesys(completed("\"id\":\"17\",\"transcriptionId\":\"42\""))
                        .key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "true", "{}", "[]", "[\"gt_1\"]", "\"\"", "1e3"})
    void ids_of_another_kind_are_refused_by_name(String value) {
        UnexpectedEvent transcription = refused(completed("\"transcriptionId\":" + value));
        assertThat(transcription.field()).isEqualTo("transcriptionId");
        assertThat(transcription)
                .hasMessageContaining("transcriptionId: expected")
                .hasMessageContaining("found");
        UnexpectedEvent id = refused(completed("\"transcriptionId\":\"gt_1\",\"id\":" + value));
        assertThat(id.field()).isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../users/me",
                "gt/1",
                "gt\\\\1",
                "gt?x=1",
                "gt#1",
                "gt%2f1",
                "gt 1",
                " gt1",
                "gt1\\n",
                "gt\\u00001",
                "gt\\r\\nHost: x",
                "gt\\u00e91",
                "${body}",
                "gt;1",
                "gt@host",
                "\\ud800",
                "gt,1",
                "*"
            })
    void a_transcription_id_that_would_change_a_url_is_refused_and_not_quoted(String id) {
        UnexpectedEvent refused = refused(completed("\"transcriptionId\":\"" + id + "\""));
        assertThat(refused.field()).isEqualTo("transcriptionId");
        assertThat(refused).hasMessageEndingWith("found other text");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "..."})
    void an_id_of_dots_would_mean_another_place(String id) {
        assertThat(refused(completed("\"transcriptionId\":\"" + id + "\"")).field())
                .isEqualTo("transcriptionId");
    }

    @Test
    void ids_are_as_long_as_a_row_takes_them() {
        assertThat(genesys(completed("\"transcriptionId\":\"" + "t".repeat(200) + "\""))
                        .transcriptionId())
                .hasSize(200);
        assertThat(refused(completed("\"transcriptionId\":\"" + "t".repeat(201) + "\""))
                        .field())
                .isEqualTo("transcriptionId");
        String pair = "\ud83d\ude00";
        assertThat(genesys(completed("\"transcriptionId\":\"gt_1\",\"id\":\"" + pair.repeat(100) + "\""))
                        .id())
                .hasSize(200);
        assertThat(refused(completed("\"transcriptionId\":\"gt_1\",\"id\":\"" + pair.repeat(101) + "\""))
                        .field())
                .isEqualTo("id");
        assertThatThrownBy(() -> cxone("{\"type\":\"" + "\ud835\udc00".repeat(51) + "\"}"))
                .isInstanceOf(UnexpectedEvent.class);
    }

    @Test
    void a_member_that_is_there_twice_is_refused() {
        assertThat(refused(completed("\"transcriptionId\":\"gt_1\",\"transcriptionId\":\"gt_2\"")))
                .hasMessage("expected a JSON object, found something else");
    }

    @Test
    void genesys_sends_one_type_and_others_are_refused_by_name() {
        UnexpectedEvent refused =
                refused("{\"type\":\"quality.evaluation.completed\",\"transcriptionId\":\"gt_1\",\"id\":\"e\"}");
        assertThat(refused.field()).isEqualTo("type");
        assertThat(refused)
                .hasMessage("type: expected quality.transcription.completed, found 'quality.evaluation.completed'");
        assertThat(refused("{\"transcriptionId\":\"gt_1\"}")).hasMessageContaining("type: expected");
        assertThat(refused("{\"type\":null}").field()).isEqualTo("type");
        assertThat(refused("{" + COMPLETED + "}").field()).isEqualTo("transcriptionId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"speechEngineUpdated", "speechEngineTrafficSplit", "some.thing/new:1", "42"})
    void cxone_may_send_any_type(String type) {
        VendorEvent event = cxone("{\"type\":\"" + type + "\"}");
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.transcriptionId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a\\nb\"", "\"<script>\"", "{}", "[]", "true", "null", "\"\\u0000\""})
    void a_type_that_is_none_is_refused_for_every_vendor(String type) {
        assertThatThrownBy(() -> cxone("{\"type\":" + type + "}"))
                .isInstanceOfSatisfying(UnexpectedEvent.class, refused -> assertThat(refused.field())
                        .isEqualTo("type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"text\"",
                "[]",
                "{",
                "{}x",
                "{}{}",
                "{'type':'x'}",
                "type=x",
                "\u0000",
                "{\"type\":\"secret words",
                "NaN"
            })
    void what_is_no_object_is_refused_and_not_quoted(String body) {
        UnexpectedEvent refused = refused(body);
        assertThat(refused.field()).isNull();
        assertThat(refused)
                .hasMessage("expected a JSON object, found something else")
                .hasNoCause();
    }

    @Test
    void deep_nesting_and_huge_numbers_break_nothing() {
        refused("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        refused("[".repeat(1_000_000));
        refused(completed("\"transcriptionId\":" + "9".repeat(100_000)));
        refused(completed("\"transcriptionId\":" + "9".repeat(900)));
        refused(completed("\"transcriptionId\":1e999999999"));
        assertThat(genesys(completed("\"transcriptionId\":\"gt_1\",\"more\":" + "[".repeat(500) + "]".repeat(500)))
                        .transcriptionId())
                .isEqualTo("gt_1");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        byte[] latin =
                completed("\"transcriptionId\":\"gt_1\",\"id\":\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> EventReader.read("genesys", "genesys", latin)).isInstanceOf(UnexpectedEvent.class);
    }

    @Property(tries = 2_000)
    void any_bytes_are_an_event_or_unexpected(@ForAll @Size(max = 60) byte[] body, @ForAll boolean genesys) {
        readsOrRefuses(genesys ? "genesys" : "cxone", body);
    }

    @Property(tries = 2_000)
    void any_damage_to_an_event_leaves_an_event_or_something_unexpected(
            @ForAll("damaged") String body, @ForAll boolean genesys) {
        readsOrRefuses(genesys ? "genesys" : "cxone", body.getBytes(UTF_8));
    }

    private static void readsOrRefuses(String type, byte[] body) {
        try {
            VendorEvent event = EventReader.read(type, type, body);
            assertThat(event.type()).hasSizeBetween(1, 100);
            assertThat(event.key()).hasSize(64);
            assertThat(event.id() == null || event.id().length() <= 200).isTrue();
            assertThat(event.transcriptionId() == null
                            || event.transcriptionId().matches("[A-Za-z0-9._~:-]{1,200}"))
                    .isTrue();
        } catch (UnexpectedEvent refused) {
            assertThat(refused).hasMessageContaining("expected").hasMessageContaining("found");
            assertThat(refused.getMessage().length()).isLessThan(300);
        }
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(250).map(text -> "\"" + text + "\""),
                Arbitraries.of(
                        "\"quality.transcription.completed\"",
                        "\"gt_1\"",
                        "null",
                        "-1",
                        "1e400",
                        "{\"id\":1}",
                        "[[]]",
                        "\"\\ud800\"",
                        "\"\\u0000\""));
        Arbitrary<String> member = Combinators.combine(Arbitraries.of("type", "id", "transcriptionId", "other"), value)
                .as((name, content) -> "\"" + name + "\":" + content);
        return member.list().ofMaxSize(5).map(members -> "{" + String.join(",", members) + "}");
    }
}
