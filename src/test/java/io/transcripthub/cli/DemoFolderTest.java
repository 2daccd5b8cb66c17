package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir
    Path directory;

    @Test
    void what_an_earlier_demo_has_left_is_deleted_but_not_what_a_link_leads_to() throws IOException {
        Path demo = directory.resolve("data").resolve("demo");
        Files.createDirectories(demo.resolve("audit"));
        Files.writeString(demo.resolve("audit").resolve("n1.jsonl"), "{}");
        Path elsewhere = Files.writeString(
                Files.createDirectory(directory.resolve("elsewhere")).resolve("kept"), "kept");
        Files.createSymbolicLink(demo.resolve("link"), elsewhere.getParent());

        try (DemoFolder folder = DemoFolder.emptied(demo)) {
            assertThat(folder.path().toFile().list()).containsExactly("demo.lock");
        }
        assertThat(elsewhere).hasContent("kept");
    }

    @Test
    void two_demos_do_not_share_it_but_one_may_follow_another() throws IOException {
        try (DemoFolder first = DemoFolder.emptied(directory)) {
            Files.writeString(first.path().resolve("ledger"), "kept");
            assertThatExceptionOfType(CommandFailed.class)
                    .isThrownBy(() -> DemoFolder.emptied(directory))
                    .withMessage("another demo is running in " + directory);
            assertThat(first.path().resolve("ledger")).exists();
        }
        DemoFolder.emptied(directory).close();
    }

    @Test
    void a_place_that_is_no_folder_is_refused() throws IOException {
        Path file = Files.writeString(directory.resolve("demo"), "");
        assertThatExceptionOfType(CommandFailed.class)
                .isThrownBy(() -> DemoFolder.emptied(file))
                .withMessageContaining("cannot empty " + file);
    }
}
