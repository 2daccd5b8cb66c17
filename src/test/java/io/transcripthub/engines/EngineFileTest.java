package io.transcripthub.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineFileTest {
    private static final String GRXML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <grammar xmlns="http://www.w3.org/2001/06/grammar" version="1.0" xml:lang="en-US" root="greeting">
              <rule id="greeting"><one-of><item>hello</item><item><ruleref uri="#late"/></item></one-of></rule>
              <rule id="late"><item>good evening</item></rule>
            </grammar>
            """;

    @Test
    void the_example_is_read_with_its_defaults() throws IOException {
        Engine engine = EngineFile.read("engine.yaml", example(), null).engine();
        assertThat(engine.name()).isEqualTo("Support line");
        assertThat(engine.trafficSplit()).isEqualTo(10);
        assertThat(engine.webhooks().get(0).headers()).containsKey("X-QA-Signature");
        assertThat(engine.promotion().steps()).containsExactly(10, 25, 50, 100);
        Engine least = EngineFile.read("least.yaml", least(), null).engine();
        assertThat(least.trafficSplit()).isZero();
        assertThat(least.acousticFeatureExtraction().mode()).isEqualTo("standard");
        assertThat(least.noiseSuppression().enabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            version: 1.0.0     | version: 1.0    | engine.yaml:5: version: expected text, found 1.0, which is text only in quotes
            acousticModelId    | acousticModelID | engine.yaml:6: acousticModelID: unknown key, expected one of acousticFeatureExtraction, acousticModelId, description, grammar, languageProfileId, name, noiseSuppression, promotion, trafficSplit, version, webhooks; found 'acousticModelID'; did you mean 'acousticModelId'?
            trafficSplit: 10   | trafficSplit: 101 | engine.yaml:8: trafficSplit: expected a whole number from 0 to 100, found 101
            trafficSplit: 10   | trafficSplit: ten | engine.yaml:8: trafficSplit: expected a whole number from 0 to 100, found 'ten'
            mode: high_decibel | mode: high_decibels | engine.yaml:25: acousticFeatureExtraction.mode: expected standard, enhanced, high_decibel, found 'high_decibels'; did you mean 'high_decibel'?
            hopSizeMs: 10      | hopSizeMs: 30   | engine.yaml:28: acousticFeatureExtraction.hopSizeMs: expected at most frameSizeMs, 20, found 30
            [10, 25, 50, 100]  | [10, 50, 25]    | engine.yaml:38: promotion.steps[2]: expected more than the step before, 50, found 25
            enabled: true      | enabled: maybe  | engine.yaml:19: noiseSuppression.enabled: expected true or false, found 'maybe'
            pattern: order(    | pattern: order(( | engine.yaml:16: grammar.content.rules[1].pattern: expected a regular expression, found one with Unclosed group
            id: order_number   | id: greeting    | engine.yaml:16: grammar.content.rules[1].id: expected another one for each rule, found 'greeting' twice
            confidence: 0.7    | confidence: 7   | engine.yaml:16: grammar.content.rules[1].confidence: expected a number from 0 to 1, found 7
            confidence: 0.7    | confidence: .nan | engine.yaml:16: grammar.content.rules[1].confidence: expected a number from 0 to 1, found .nan, which is text only in quotes
            type: json         | type: list      | engine.yaml:13: grammar.content.version: unknown key, expected one of words; found 'version'
            https://quality    | ftp://quality   | engine.yaml:32: webhooks[0].callbackUrl: expected an http or https URL, found other text
            """)
    void what_is_wrong_is_named_with_file_line_key_expected_and_found(String right, String wrong, String words)
            throws IOException {
        assertThat(problems(example().replaceFirst(java.util.regex.Pattern.quote(right), wrong), null))
                .contains(words);
    }

    @Test
    void a_key_that_is_missing_is_named() {
        assertThat(problems("name: x\n", null))
                .contains("engine.yaml:1: version: expected a value, found none")
                .hasSize(4);
        assertThat(problems("", null)).containsExactly("engine.yaml:1: expected keys, found an empty file");
        assertThat(problems("name: [\n", null)).first().asString().startsWith("engine.yaml:2: broken YAML: ");
        assertThat(problems("[".repeat(200_000), null)).hasSize(1);
    }

    @Test
    void an_alias_is_refused_before_it_can_grow() {
        assertThat(problems(least() + "noiseSuppression: &a {enabled: true}\nacousticFeatureExtraction: *a\n", null))
                .containsExactly(
                        "engine.yaml:6: acousticFeatureExtraction: expected no alias of a list or of keys, found one");
    }

    @Test
    void a_secret_is_in_no_message() throws IOException {
        String wrong = example().replace("{X-QA-Signature: replace-me}", "{X-QA-Signature: [hush]}");
        assertThat(problems(wrong, null)).singleElement().asString().doesNotContain("hush");
    }

    @Test
    void a_grxml_file_is_sent_as_it_is() {
        Engine engine = EngineFile.read("engine.yaml", grxmlEngine(), new EngineFile.Attached("g.grxml", GRXML))
                .engine();
        assertThat(EngineBodies.json(EngineBodies.creation(engine))).contains("good evening");
        assertThat(EngineFile.grammarFile(grxmlEngine())).contains("g.grxml");
    }

    @Test
    void a_grxml_file_that_is_not_there_is_named() {
        assertThat(problems(grxmlEngine(), null))
                .containsExactly(
                        "engine.yaml:6: grammar.file: expected a file that can be read, in UTF-8, found none at g.grxml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            root="greeting"   | root="greetings"  | g.grxml:2: expected a rule of the file, found 'greetings'
            uri="#late"       | uri="#never"      | g.grxml:3: expected a rule of the file, found 'never'
            id="late"         | id="greeting"     | g.grxml:4: rule: expected another id for each rule, found 'greeting' twice
            <rule id="late">  | <rule>            | g.grxml:4: rule: expected an id, found none
            </grammar>        | </grammars>       | g.grxml:5: The end-tag for element type "grammar" must end with a '>' delimiter.
            """)
    void a_grxml_file_that_is_no_grammar_is_named_with_its_line(String right, String wrong, String words) {
        assertThat(problems(grxmlEngine(), GRXML.replace(right, wrong))).containsExactly(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE grammar SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE grammar [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE grammar [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/\"> %a;]>"
            })
    void a_document_type_is_refused_and_nothing_that_it_names_is_read(String doctype) {
        assertThat(problems(grxmlEngine(), GRXML.replace("<grammar", doctype + "<grammar")))
                .containsExactly("g.grxml:2: expected no DOCTYPE, found one; the hub reads no document types");
    }

    @Test
    void the_difference_of_two_files_masks_their_secrets() throws IOException {
        EngineSettings before = settings(example());
        assertThat(settings(example()).since(before)).isEmpty();
        String after = example().replace("replace-me", "new").replace("algorithm: spectralSubtraction\n", "\n");
        assertThat(settings(after).since(EngineSettings.applied(before.json())))
                .containsExactly(
                        "- noiseSuppression.algorithm: \"spectralSubtraction\"",
                        "~ webhooks[quality desk].headers.X-QA-Signature: ******** -> ********");
        assertThat(before.json()).doesNotContain("replace-me");
        assertThat(settings(example().replace("quality desk", "a]b")).json()).doesNotContain("replace-me");
    }

    @Test
    void a_list_is_no_engine() {
        assertThatThrownBy(() -> EngineFile.read("a.yaml", "- 1\n", null))
                .isInstanceOf(InvalidEngine.class)
                .hasMessage("a.yaml:1: expected keys, found a list");
    }

    private static EngineSettings settings(String yaml) {
        return EngineSettings.of(EngineFile.read("engine.yaml", yaml, null).engine());
    }

    private static List<String> problems(String yaml, String grxml) {
        EngineFile.Attached attached = grxml == null ? null : new EngineFile.Attached("g.grxml", grxml);
        return catchThrowableOfType(InvalidEngine.class, () -> EngineFile.read("engine.yaml", yaml, attached))
                .problems();
    }

    private static String least() {
        return "name: n\ndescription: d\nversion: 1.0.0\nacousticModelId: m\nlanguageProfileId: p\n";
    }

    private static String grxmlEngine() {
        return least() + "grammar: {type: grxml, file: g.grxml}\n";
    }

    private static String example() throws IOException {
        return Files.readString(Path.of("examples/engine.yaml"));
    }
}
