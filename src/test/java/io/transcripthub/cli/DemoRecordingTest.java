package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoRecordingTest {
    private final List<DemoRecording> recordings = DemoRecording.list(60);

    @Test
    void ids_are_different_and_fit_the_api() {
        assertThat(recordings)
                .extracting(DemoRecording::recordingId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9_-]{5,128}"));
    }

    @Test
    void one_in_twenty_does_not_come_to_a_transcript_each_in_another_way() {
        assertThat(recordings)
                .filteredOn(recording -> recording.expected().equals("FAILED"))
                .extracting(recording -> recording.recordingId().replaceFirst(".*-", ""))
                .containsExactly("fail", "cancel", "forbidden");
    }

    @Test
    void there_are_several_languages_and_english_is_the_most_frequent() {
        assertThat(recordings).extracting(DemoRecording::languageCode).contains("de-DE", "fr-FR", "en-GB");
        assertThat(recordings)
                .filteredOn(recording -> recording.languageCode().startsWith("en-"))
                .hasSizeGreaterThan(30);
    }

    @Test
    void the_reference_goes_with_the_request_where_there_is_one() {
        assertThat(recordings)
                .allMatch(recording ->
                        recording.request().containsKey("referenceText") == (recording.referenceText() != null));
        assertThat(recordings).extracting(DemoRecording::referenceText).contains((String) null);
        assertThat(recordings.get(0).referenceText()).contains("stolen");
    }
}
