package io.transcripthub.analytics;

import io.transcripthub.topics.Topic;
import io.transcripthub.topics.Topics;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;

/** How many conversations are about each topic, by its first terms. */
final class TopicChart {
    private static final int HEIGHT_OF_A_TOPIC = 120;
    private static final int LONGEST_TOPIC = 48;

    private TopicChart() {}

    static HorizontalBarChart of(Topics found) {
        List<Topic> topics = found.topics();
        HorizontalBarChart chart = new HorizontalBarChartBuilder()
                .width(Charts.WIDTH)
                .height(Math.max(Charts.HEIGHT, topics.size() * HEIGHT_OF_A_TOPIC))
                .title(topics.isEmpty() ? "No topics: " + found.skipped() : "What conversations are about")
                .xAxisTitle("Conversations")
                .yAxisTitle("")
                .build();
        Charts.style(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setAvailableSpaceFill(0.7);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setLabelsFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        chart.getStyler().setXAxisMin(0.0);
        List<Integer> sizes =
                new ArrayList<>(topics.stream().map(Topic::documents).toList());
        List<String> names = new ArrayList<>(topics.stream()
                .map(topic -> Charts.shortened(
                        topic.id() + ": " + topic.terms().stream().limit(4).collect(Collectors.joining(", ")),
                        LONGEST_TOPIC))
                .toList());
        if (topics.isEmpty()) {
            sizes.add(0);
            names.add("none");
        }
        chart.addSeries("conversations", sizes, names).setFillColor(Charts.BLUE);
        return chart;
    }
}
