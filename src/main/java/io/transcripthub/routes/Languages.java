package io.transcripthub.routes;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.catalog.LanguageValidationResult;
import org.apache.camel.tooling.model.LanguageModel;

/** Languages that are on the class path, and the syntax of expressions in {@code simple}. */
final class Languages implements RouteCheck {
    private static final Set<String> PREDICATES =
            Set.of("when", "filter", "onWhen", "handled", "continued", "retryWhile", "validate", "completionPredicate");

    private final Components components;

    Languages(Components components) {
        this.components = components;
    }

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        Stream<Finding> away = routes.elements()
                .filter(element -> element.type().endsWith("Expression") && !element.is("MethodCallExpression"))
                .flatMap(this::away);
        return Stream.concat(away, routes.values().filter(Languages::isSimple).flatMap(this::syntax));
    }

    private Stream<Finding> away(Element expression) {
        LanguageModel language = components.catalog().languageModel(expression.name());
        return language == null || components.isThere(language)
                ? Stream.empty()
                : Stream.of(new Finding(
                        expression.place(), "language '" + expression.name() + "' " + Components.missing(language)));
    }

    private static boolean isSimple(Value value) {
        Element element = value.element();
        return switch (value.key()) {
            case "simple", "expression" -> element.is("SimpleExpression");
            case "message" ->
                element.is("LogDefinition") && element.map().text("logLanguage").isEmpty();
            case "log" -> element.is("LogDefinition");
            case "precondition" -> element.is("RouteDefinition", "RouteConfigurationDefinition");
            default -> false;
        };
    }

    private Stream<Finding> syntax(Value value) {
        // a placeholder is replaced before: what it stands for is no syntax of the expression
        String text = value.text().replaceAll("\\{\\{[^{}]*}}", "x");
        LanguageValidationResult result = isPredicate(value)
                ? components.catalog().validateLanguagePredicate(loader(), "simple", text)
                : components.catalog().validateLanguageExpression(loader(), "simple", text);
        return result.isSuccess() ? Stream.empty() : Stream.of(value.finding("simple: " + words(result)));
    }

    private static boolean isPredicate(Value value) {
        Element element = value.element();
        return value.key().equals("precondition")
                || element.is("SimpleExpression")
                        && PREDICATES.contains(element.parent().name());
    }

    private static String words(LanguageValidationResult result) {
        String words = result.getShortError() == null ? result.getError() : result.getShortError();
        return words.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static ClassLoader loader() {
        return Languages.class.getClassLoader();
    }
}
