package io.transcripthub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.app.RouteFiles;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about each kind of mistake, and that nothing is said about sound routes. */
class RouteReportTest {
    private static final String TO = "route x, to: ";

    @TempDir
    private Path folder;

    static List<Arguments> mistakes_of_a_step() {
        return List.of(
                // unknown to the YAML DSL
                step("setHeadr: {name: a}", "6:11: route x, from: unknown step 'setHeadr'; did you mean 'setHeader'?"),
                step(
                        "setHeader: {nam: a, constant: b}",
                        "6:23: route x, setHeader: unknown key 'nam'; did you mean 'name'?"),
                step("setHeader: {constant: b}", "6:11: route x, setHeader: expected the key 'name', found none"),
                step(
                        "to: {uri: 'log:a', parametres: {b: c}}",
                        "6:30: " + TO + "unknown key 'parametres'; did you mean 'parameters'?"),
                step(
                        "to: {id: tell, uri: 'log:a', uri: 'log:b'}",
                        "6:40: route x, to tell: the key 'uri' stands twice"),
                step("{to: 'log:a', log: b}", "6:11: route x, from: expected one key after '-', found to and log"),
                step("stop", "6:11: route x, from: steps: expected keys, found 'stop'"),
                step("choice: {when: {simple: a}}", "6:20: route x, choice: when: expected a list, found keys"),
                step("log: {message: [a]}", "6:17: route x, log: message: expected a text, found a list"),
                step(
                        "log: {message: a, loggingLevel: WARNING}",
                        "6:43: route x, log: loggingLevel: expected one of TRACE, DEBUG, INFO, WARN, ERROR, OFF, found 'WARNING'"),
                step(
                        "split: {constant: a, streaming: yes, steps: []}",
                        "6:43: route x, split: streaming: expected true or false, found 'yes'"),
                // endpoints
                step(
                        "to: vertx-htp:http://a",
                        "6:15: " + TO + "unknown component 'vertx-htp'; did you mean 'vertx-http'?"),
                step("to: nowhere", "6:15: " + TO + "unknown component 'nowhere'"),
                step(
                        "to: kafka:a",
                        "6:15: " + TO
                                + "component 'kafka' is not on the class path; add org.apache.camel:camel-kafka to pom.xml"),
                step(
                        "to: vertx-http:http://a?conectTimeout=5",
                        "6:15: " + TO + "unknown option 'conectTimeout' of vertx-http; did you mean 'connectTimeout'?"),
                step(
                        "to: {uri: 'vertx-http:http://a', parameters: {conectTimeout: 5}}",
                        "6:57: " + TO + "unknown option 'conectTimeout' of vertx-http; did you mean 'connectTimeout'?"),
                step(
                        "wireTap: {uri: 'log:a', parameters: {level: LOUD}}",
                        "6:48: route x, wireTap: option 'level' of log: expected one of TRACE, DEBUG, INFO, WARN, ERROR, OFF, found 'LOUD'"),
                step(
                        "to: {uri: 'vertx-http:http://a', parameters: {timeout: soon}}",
                        "6:57: " + TO + "option 'timeout' of vertx-http: expected a number, found 'soon'"),
                step("to: timer:a", "6:15: " + TO + "nothing can be sent to timer, a route may begin with it"),
                step("to: direct:nobody", "6:15: " + TO + "no route begins with direct:nobody"),
                step(
                        "enrich: {constant: 'direct:nobody'}",
                        "6:30: route x, enrich: no route begins with direct:nobody"),
                // the ledger
                step(
                        "to: ledger:acepted",
                        "6:15: " + TO
                                + "nothing can be sent to ledger:acepted, expected one of [accepted, adopted, completed, "),
                step(
                        "to: ledger:jobs",
                        "6:15: " + TO + "nothing can be sent to ledger:jobs, expected one of [accepted, "),
                step("to: ledger:delivery", "6:15: " + TO + "ledger:delivery needs the option sink"),
                step(
                        "to: {uri: 'ledger:delivery', parameters: {sink: a, batchsize: 3}}",
                        "6:62: " + TO + "unknown option 'batchsize' of ledger; did you mean 'batchSize'?"),
                // Kamelets
                step(
                        "to: kamelet:pii-redct-action",
                        "6:15: " + TO
                                + "unknown Kamelet 'pii-redct-action': expected kamelets/pii-redct-action.kamelet.yaml on the class path"),
                step(
                        "to: kamelet:pii-redact-action?mod=strict",
                        "6:15: " + TO + "unknown parameter 'mod' of Kamelet pii-redact-action; did you mean 'mode'?"),
                step(
                        "kamelet: {name: pii-redact-action, parameters: {mode: lax}}",
                        "6:59: route x, kamelet: parameter 'mode' of Kamelet pii-redact-action: expected one of standard, strict, found 'lax'"),
                step(
                        "to: kamelet:search-index-sink",
                        "6:15: " + TO + "Kamelet search-index-sink needs the parameter 'hosts'"),
                // what routes count on
                step(
                        "log: '{{redaction.mod}}'",
                        "6:16: route x, log: unknown configuration key 'redaction.mod'; did you mean 'redaction.mode'?"),
                step(
                        "to: {uri: 'log:a', parameters: {groupSize: '{{no.such.thing.here}}'}}",
                        "6:54: " + TO + "unknown configuration key 'no.such.thing.here'"),
                step(
                        "log: '${properties:redaction.mod}'",
                        "6:16: route x, log: unknown configuration key 'redaction.mod'; did you mean 'redaction.mode'?"),
                step("process: {ref: beerer}", "6:26: route x, process: unknown bean 'beerer'; did you mean 'bearer'?"),
                step(
                        "to: {uri: 'vertx-http:http://a', parameters: {webClientOptions: '#webhookConections'}}",
                        "6:75: " + TO + "unknown bean 'webhookConections'; did you mean 'webhookConnections'?"),
                step(
                        "bean: {beanType: io.transcripthub.accounts.CxoneModel}",
                        "6:28: route x, bean: no class io.transcripthub.accounts.CxoneModel on the class path"),
                step(
                        "setBody: {method: {beanType: io.transcripthub.accounts.CxoneModels, method: 'langages(${body})'}}",
                        "6:87: route x, setBody: no method 'langages' in io.transcripthub.accounts.CxoneModels"),
                // languages and data formats
                step("setBody: {simple: '${bdy}'}", "6:29: route x, setBody: simple: Unknown function: bdy"),
                step(
                        "setBody: {simple: '${body'}",
                        "6:29: route x, setBody: simple: expected symbol functionEnd but was eol"),
                step(
                        "filter: {simple: \"${body} = 'a'\", steps: []}",
                        "6:28: route x, filter: simple: Unexpected token ="),
                step("log: 'hello ${headr.a}'", "6:16: route x, log: simple: Unknown function: headr.a"),
                step(
                        "setBody: {jsonpath: $.a}",
                        "6:21: route x, setBody: language 'jsonpath' is not on the class path; add org.apache.camel:camel-jsonpath to pom.xml"),
                step(
                        "unmarshal: {csv: {}}",
                        "6:23: route x, csv: data format 'csv' is not on the class path; add org.apache.camel:camel-csv to pom.xml"),
                // broken YAML
                step(
                        "to: {uri: 'log:a'",
                        "8:1: broken YAML: expected ',' or '}', but got <stream end>, while parsing a flow mapping from line 6"),
                step(
                        "\tto: log:a",
                        "6:11: broken YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"));
    }

    static List<Arguments> mistakes_of_a_file() {
        return List.of(
                Arguments.of("route: {id: x}", "1:1: expected a list, such as '- route:', found keys"),
                Arguments.of("- rout: {id: x}", "1:3: unknown key 'rout'; did you mean 'route'?"),
                Arguments.of("- route: {id: x}", "1:3: route x: expected the key 'from', found none"),
                Arguments.of(route("x", "vertx-http:a"), "4:12: route x, from: a route cannot begin with vertx-http"),
                Arguments.of(
                        route("x", "ledger:accepted"),
                        "4:12: route x, from: a route cannot begin with ledger:accepted, expected jobs, events, deliveries, notices, audit or ended"),
                Arguments.of(
                        route("x", "ledger:jobs?state=QUEUE&kind=a"),
                        "4:12: route x, from: option 'state' of ledger: expected one of QUEUED, SUBMITTED, COMPLETED, DELIVERED, FAILED, DEAD, found 'QUEUE'"),
                Arguments.of(
                        route("x", "ledger:jobs?state=QUEUED"),
                        "4:12: route x, from: ledger:jobs needs the option kind"),
                Arguments.of(
                        route("x", "direct:a") + route("x", "direct:b"),
                        "8:9: route x: the id 'x' is taken, at FILE:2"),
                Arguments.of(
                        route("x", "direct:a") + route("y", "direct:a"),
                        "10:12: route y, from: another route begins with direct:a, at FILE:4"),
                Arguments.of(
                        route("x", "direct:a").replace("id: x", "id: x\n    routeConfigurationId: api-erors")
                                + "- routeConfiguration: {id: api-errors}",
                        "3:27: route x: unknown routeConfiguration 'api-erors'; did you mean 'api-errors'?"),
                Arguments.of(
                        "- rest: {id: x, openApi: {specification: 'classpath:api/opnapi.json'}}",
                        "1:42: rest x, openApi: expected an OpenAPI document, found none at classpath:api/opnapi.json"),
                Arguments.of(
                        "- rest: {id: x, openApi: {specification: 'classpath:api/openapi.json'}}",
                        "1:42: rest x, openApi: operation 'getJob' has no route that begins with direct:getJob"),
                Arguments.of(
                        """
                        - routeTemplate:
                            id: sync
                            parameters: [{name: every}]
                            from: {uri: 'timer:{{evry}}', steps: []}
                        """,
                        "4:17: routeTemplate sync, from: neither a parameter nor a configuration key: 'evry'; did you mean 'every'?"),
                Arguments.of(
                        """
                        - routeTemplate:
                            id: sync
                            parameters: [{name: every}]
                            from: {uri: 'timer:{{every}}', steps: []}
                        - templatedRoute: {routeTemplateRef: sync, routeId: a}
                        """,
                        "5:3: templatedRoute a: routeTemplate sync needs the parameter 'every'"),
                Arguments.of(
                        "- templatedRoute: {routeTemplateRef: sink, routeId: a}",
                        "1:3: templatedRoute a: unknown routeTemplate 'sink'"));
    }

    private static Arguments step(String step, String expected) {
        return Arguments.of(step, expected);
    }

    @ParameterizedTest
    @MethodSource("mistakes_of_a_step")
    void a_mistake_of_a_step_is_named_with_its_place(String step, String expected) throws IOException {
        Path file = write(route("x", "direct:x").replace("[]", "\n        - " + step));
        assertThat(check(folder)).first().asString().startsWith(file + ":" + expected);
    }

    @ParameterizedTest
    @MethodSource("mistakes_of_a_file")
    void a_mistake_of_a_file_is_named_with_its_place(String yaml, String expected) throws IOException {
        Path file = write(yaml);
        assertThat(check(folder))
                .extracting(Finding::toString)
                .contains((file + ":" + expected).replace("FILE", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log: '{{redaction.mode}} {{no.such:default}} {{?no.such}} ${properties:no.such:}'",
                "to: {uri: 'vertx-http:http://a', parameters: {customerNumber: 7}}",
                "toD: 'direct:${header.a}'",
                "log: plain words = no expression",
                "to: {uri: 'log:a', parameters: {groupSize: '{{analytics.topics}}'}}",
                "process: {ref: '#class:io.transcripthub.stages.AnswerStage'}",
                "pollEnrich: {constant: 'file:in?readLockMinAge=2s'}",
                "stop:"
            })
    void what_is_no_mistake_is_let_be(String step) throws IOException {
        write(route("x", "direct:x").replace("[]", "\n        - " + step));
        assertThat(check(folder)).isEmpty();
    }

    @Test
    void what_Camel_loads_is_sound() throws Exception {
        Path sound = Path.of("src/test/resources/routes");
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getPropertiesComponent().addInitialProperty("polling.initial-interval", "10s");
            camel.getPropertiesComponent().addInitialProperty("hub.node", "test");
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(
                            camel, "file:" + sound.resolve("sound.camel.yaml")));
            assertThat(camel.getRouteDefinitions()).extracting("id").contains("sound-end");
        }
        assertThat(check(sound)).isEmpty();
    }

    @Test
    void an_alias_that_contains_itself_does_not_hang() throws IOException {
        write(route("x", "direct:x").replace("[]", "&all\n        - pipeline: {steps: *all}"));
        assertThat(check(folder)).last().asString().contains("does an alias contain itself?");
    }

    @Test
    void a_route_that_the_hub_itself_asks_is_missed() throws IOException {
        write(route("vendor-call-token", "direct:vendor-call-token"));
        assertThat(check(folder))
                .extracting(Object::toString)
                .containsExactly(
                        folder + ": no route begins with direct:cxone-interactions-page, which the hub itself asks",
                        folder
                                + ": no route begins with direct:cxone-interactions-transcript, which the hub itself asks",
                        folder + ": no route begins with direct:cxone-languages, which the hub itself asks");
    }

    @Test
    void a_folder_without_route_files_is_a_mistake() throws IOException {
        assertThat(check(folder))
                .singleElement()
                .hasToString(folder + ": expected route files named *.camel.yaml, found none");
    }

    @Test
    void mistakes_are_told_in_the_order_of_files_and_lines_and_counted() throws IOException {
        Files.writeString(
                folder.resolve("b.camel.yaml"),
                route("b", "direct:b").replace("[]", "\n        - stopp: {}\n        - lag: a"));
        Files.writeString(folder.resolve("a.camel.yaml"), "- rout: {}\n");
        RouteReport report = report(folder);
        assertThat(report.findings())
                .extracting(found ->
                        found.place().file().getFileName() + ":" + found.place().line())
                .containsExactly("a.camel.yaml:1", "b.camel.yaml:6", "b.camel.yaml:7");
        assertThat(report.summary()).isEqualTo("1 route in 2 files: 3 mistakes");
    }

    @Test
    void the_hubs_own_routes_and_kamelets_are_all_right() throws IOException {
        assertThat(check(Path.of("routes"))).isEmpty();
        assertThat(check(Path.of("src/main/resources/kamelets"))).isEmpty();
    }

    @Test
    void a_kamelet_is_checked_like_a_route() throws IOException {
        Path file = folder.resolve("a-sink.kamelet.yaml");
        Files.writeString(
                file,
                """
                metadata: {name: a-sink}
                spec:
                  definition:
                    properties: {level: {type: string}}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to: {uri: 'log:a', parameters: {levle: '{{levl}}'}}
                """);
        assertThat(check(folder))
                .extracting(Finding::toString)
                .containsExactly(
                        file + ":9:43: kamelet a-sink, to: unknown option 'levle' of log; did you mean 'level'?",
                        file
                                + ":9:50: kamelet a-sink, to: neither a parameter nor a configuration key: 'levl'; did you mean 'level'?");
    }

    private static String route(String id, String from) {
        return "- route:\n    id: " + id + "\n    from:\n      uri: " + from + "\n      steps: []\n\n";
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("x.camel.yaml"), yaml);
    }

    private static List<Finding> check(Path folder) throws IOException {
        return report(folder).findings();
    }

    private static RouteReport report(Path folder) throws IOException {
        return RouteFiles.check(folder, Settings.load(Path.of("none.properties"), Map.of(), Map.of()));
    }
}
