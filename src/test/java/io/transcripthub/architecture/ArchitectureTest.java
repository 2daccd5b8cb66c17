package io.transcripthub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the packages may know of each other and of the world. */
@AnalyzeClasses(packages = "io.transcripthub", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] RULES = {
        "io.transcripthub.redaction..",
        "io.transcripthub.quality..",
        "io.transcripthub.audit..",
        "io.transcripthub.ledger..",
        "io.transcripthub.transcripts..",
        "io.transcripthub.settings..",
        "io.transcripthub.webhook..",
        "io.transcripthub.events..",
        "io.transcripthub.engines..",
        "io.transcripthub.files..",
        "io.transcripthub.inbox..",
        "io.transcripthub.sentiment..",
        "io.transcripthub.topics..",
        "io.transcripthub.outcomes..",
        "io.transcripthub.analytics..",
        "io.transcripthub.chats.."
    };

    @ArchTest
    static final ArchRule rules_know_neither_Camel_nor_Vertx_nor_an_HTTP_client = noClasses()
            .that()
            .resideInAnyPackage(RULES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    "io.vertx..",
                    "io.netty..",
                    "java.net.http..",
                    "com.sun.net.httpserver..",
                    "org.apache.http..",
                    "org.apache.hc..",
                    "org.elasticsearch..",
                    "co.elastic..");

    @ArchTest
    static final ArchRule packages_do_not_go_round_in_circles =
            slices().matching("io.transcripthub.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_command_line_starts_the_application = noClasses()
            .that()
            .resideOutsideOfPackages("io.transcripthub", "io.transcripthub.cli..", "io.transcripthub.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.transcripthub.cli..", "io.transcripthub.app..");

    @ArchTest
    static final ArchRule a_name_says_what_a_thing_is =
            classes().should().haveNameNotMatching(".*[.$](Abstract\\w*|\\w*(Manager|Helper|Utils?|Impl))");

    @ArchTest
    static final ArchRule only_redaction_knows_how_a_call_is_read = noClasses()
            .that()
            .resideOutsideOfPackage("io.transcripthub.redaction..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.transcripthub.redaction.*..");

    @ArchTest
    static final ArchRule a_call_is_read_by_words_then_numbers_then_as_a_whole = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("words")
            .definedBy("io.transcripthub.redaction.words")
            .layer("numbers")
            .definedBy("io.transcripthub.redaction.numbers")
            .layer("call")
            .definedBy("io.transcripthub.redaction.call")
            .layer("model")
            .definedBy("io.transcripthub.redaction.model")
            .layer("recognizers")
            .definedBy("io.transcripthub.redaction.recognizers")
            .whereLayer("numbers")
            .mayOnlyBeAccessedByLayers("call", "model", "recognizers")
            .whereLayer("call")
            .mayOnlyBeAccessedByLayers("model", "recognizers")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("recognizers")
            .whereLayer("recognizers")
            .mayNotBeAccessedByAnyLayer();
}
