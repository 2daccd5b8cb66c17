package io.transcripthub.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commented file that everybody starts from. */
final class ApplicationPropertiesTest {
    private static final Path FILE = Path.of("application.properties");
    private static final Pattern KEY = Pattern.compile("#(?=[a-z])(.*)");

    @TempDir
    private Path folder;

    @Test
    void it_changes_nothing() {
        assertThat(Settings.load(FILE, Map.of(), Map.of()).asMap())
                .isEqualTo(defaults().asMap());
    }

    @Test
    void it_shows_each_key_of_the_catalogue_with_its_default_and_no_other() throws IOException {
        Map<String, String> expected = new HashMap<>(defaults().asMap());
        expected.put("hub.node", "");
        Map<String, String> shown = new HashMap<>();
        for (String line : keys()) {
            String[] parts = line.split("=", 2);
            assertThat(shown.put(parts[0], parts[1]))
                    .as("%s stands here twice", parts[0])
                    .isNull();
        }
        assertThat(shown).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void its_keys_may_be_switched_on_as_they_are() throws IOException {
        Path on = Files.write(folder.resolve("on.properties"), keys());
        assertThat(Settings.load(on, Map.of(), Map.of()).asMap())
                .isEqualTo(defaults().asMap());
    }

    @Test
    void each_group_of_keys_is_preceded_by_a_sentence() throws IOException {
        String before = "";
        for (String line : Files.readAllLines(FILE)) {
            if (KEY.matcher(line).matches()) {
                assertThat(before).as("line before %s", line).matches("# .*\\.|#[a-z].*");
            }
            before = line;
        }
    }

    private static List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            var match = KEY.matcher(line);
            if (match.matches()) {
                keys.add(match.group(1));
            }
        }
        return keys;
    }

    private Settings defaults() {
        return Settings.load(folder.resolve("none.properties"), Map.of(), Map.of());
    }
}
