package io.transcripthub.analytics;

import io.transcripthub.outcomes.Distribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;

/** Sentiment by outcome, as boxes. */
final class OutcomeChart {
    private static final int MOST_OUTCOMES = 12;
    private static final int LONGEST_OUTCOME = 28;

    /** Characters of all labels together that fit below the axis without being turned. */
    private static final int LABELS_SIDE_BY_SIDE = 90;

    private OutcomeChart() {}

    static BoxChart of(Findings findings) {
        Map<String, Distribution> all = findings.outcomes().byOutcome();
        BoxChart chart = new BoxChartBuilder()
                .width(Charts.WIDTH)
                .height(Charts.HEIGHT)
                .title("Sentiment by outcome"
                        + (all.size() > MOST_OUTCOMES
                                ? ", the " + MOST_OUTCOMES + " most frequent of " + all.size()
                                : ""))
                .xAxisTitle("Outcome (number of conversations)")
                .yAxisTitle("Sentiment")
                .build();
        Charts.style(chart.getStyler());
        chart.getStyler().setYAxisDecimalPattern("0.0#");
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        all.keySet().stream()
                .sorted(Comparator.comparingInt(outcome -> -all.get(outcome).n()))
                .limit(MOST_OUTCOMES)
                .forEach(outcome -> scores.put(outcome, new ArrayList<>()));
        findings.scored().stream()
                .filter(each -> scores.containsKey(each.outcome()))
                .forEach(each -> scores.get(each.outcome()).add(each.score()));
        if (scores.isEmpty()) {
            scores.put("none", new ArrayList<>(List.of(0.0)));
        }
        Map<String, List<Double>> labelled = new LinkedHashMap<>();
        scores.forEach((outcome, list) -> {
            int n = all.containsKey(outcome) ? all.get(outcome).n() : 0;
            labelled.merge(Charts.shortened(outcome, LONGEST_OUTCOME) + " (" + n + ")", list, OutcomeChart::both);
        });
        labelled.forEach(chart::addSeries);
        if (labelled.keySet().stream().mapToInt(String::length).sum() > LABELS_SIDE_BY_SIDE) {
            chart.getStyler().setXAxisLabelRotation(30);
        }
        return chart;
    }

    /** Outcomes that only differ in what is cut off and are as frequent as each other. */
    private static List<Double> both(List<Double> one, List<Double> other) {
        List<Double> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
