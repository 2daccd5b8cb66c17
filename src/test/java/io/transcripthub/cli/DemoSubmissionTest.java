package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSubmissionTest {
    private final List<DemoSubmission> submissions = DemoSubmission.list(60);
    private final List<DemoSubmission> recordings = of("cxone");
    private final List<DemoSubmission> media = of("genesys");

    @Test
    void recordings_and_media_come_by_turns_and_are_as_many() {
        assertThat(submissions).extracting(DemoSubmission::account).startsWith("cxone", "genesys", "cxone", "genesys");
        assertThat(recordings).hasSize(60);
        assertThat(media).hasSize(60);
    }

    @Test
    void ids_are_different_and_fit_the_api() {
        assertThat(submissions)
                .extracting(DemoSubmission::externalId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9_-]{5,128}"));
    }

    @Test
    void one_in_twenty_does_not_come_to_a_transcript_each_in_another_way() {
        assertThat(recordings)
                .filteredOn(recording -> recording.expected().equals("FAILED"))
                .extracting(recording -> recording.externalId().replaceFirst(".*-", ""))
                .containsExactly("fail", "cancel", "forbidden");
        assertThat(media)
                .filteredOn(medium -> !medium.expected().equals("DELIVERED"))
                .extracting(medium -> medium.externalId().replaceFirst(".*-", "") + " " + medium.expected())
                .containsExactly("badtime DEAD", "fail FAILED", "missing FAILED");
    }

    @Test
    void there_are_several_languages_and_english_is_the_most_frequent() {
        assertThat(recordings).extracting(DemoSubmission::languageCode).contains("de-DE", "fr-FR", "en-GB");
        assertThat(recordings)
                .filteredOn(recording -> recording.languageCode().startsWith("en-"))
                .hasSizeGreaterThan(30);
    }

    @Test
    void the_reference_goes_with_a_recording_where_there_is_one_and_never_with_media() {
        assertThat(recordings)
                .allMatch(recording ->
                        recording.request().containsKey("referenceText") == (recording.referenceText() != null));
        assertThat(recordings).extracting(DemoSubmission::referenceText).contains((String) null);
        assertThat(recordings.get(0).referenceText()).contains("stolen");
        assertThat(media).noneMatch(medium -> medium.request().containsKey("referenceText"));
    }

    @Test
    void each_vendor_is_asked_in_its_own_words() {
        assertThat(recordings.get(0).request()).containsKeys("account", "recordingId", "languageCode");
        assertThat(media.get(0).request()).containsOnlyKeys("account", "mediaId", "language");
    }

    private List<DemoSubmission> of(String account) {
        return submissions.stream()
                .filter(submission -> submission.account().equals(account))
                .toList();
    }
}
