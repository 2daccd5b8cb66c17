package io.transcripthub.analytics;

import io.transcripthub.outcomes.OutcomeStatistics.Scored;
import io.transcripthub.sentiment.SentimentLabel;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How many conversations have which sentiment: columns in the colours of the labels, and their density. */
final class DistributionChart {
    private static final Map<SentimentLabel, Color> COLOURS = Map.of(
            SentimentLabel.POSITIVE, new Color(0x3A, 0x9D, 0x5D),
            SentimentLabel.NEUTRAL, new Color(0xB0, 0xB7, 0xBC),
            SentimentLabel.NEGATIVE, new Color(0xD1, 0x4B, 0x4B));

    /** Columns a tenth wide, so that the middle one holds just what is neutral: -0.05 to 0.05. */
    private static final int COLUMNS = 21;

    private static final double WIDTH_OF_COLUMN = 0.1;
    private static final double GAP = 0.008;
    private static final int POINTS_OF_CURVE = 401;

    private final Findings findings;
    private final double[] scores;
    private final int[] heights;

    private DistributionChart(Findings findings) {
        this.findings = findings;
        this.scores = findings.scored().stream().mapToDouble(Scored::score).toArray();
        this.heights = heights(scores);
    }

    static XYChart of(Findings findings) {
        XYChart chart = new XYChartBuilder()
                .width(Charts.WIDTH)
                .height(Charts.HEIGHT)
                .title("Sentiment of " + count(findings.transcripts()) + " with a transcript")
                .xAxisTitle("Sentiment, from -1 (most negative) to 1 (most positive)")
                .yAxisTitle("Conversations")
                .build();
        Charts.style(chart.getStyler());
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
        chart.getStyler().setXAxisMin(-1.0).setXAxisMax(1.0).setYAxisMin(0.0);
        chart.getStyler().setXAxisDecimalPattern("0.0").setYAxisDecimalPattern("#,##0.##");
        if (findings.transcripts() == 0) {
            chart.getStyler().setYAxisMax(1.0);
        }
        DistributionChart distribution = new DistributionChart(findings);
        List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE)
                .forEach(label -> distribution.columns(chart, label));
        if (distribution.scores.length > 1) {
            distribution.density(chart);
        }
        return chart;
    }

    private void columns(XYChart chart, SentimentLabel label) {
        int[] columns = IntStream.range(0, COLUMNS)
                .filter(column -> SentimentLabel.of(centre(column)) == label)
                .toArray();
        double[] corners = new double[columns.length * 4];
        double[] tops = new double[corners.length];
        for (int i = 0; i < columns.length; i++) {
            double left = Math.max(-1, centre(columns[i]) - (WIDTH_OF_COLUMN - GAP) / 2);
            double right = Math.min(1, centre(columns[i]) + (WIDTH_OF_COLUMN - GAP) / 2);
            Arrays.fill(corners, 4 * i, 4 * i + 2, left);
            Arrays.fill(corners, 4 * i + 2, 4 * i + 4, right);
            Arrays.fill(tops, 4 * i + 1, 4 * i + 3, heights[columns[i]]);
        }
        String name = label + " (" + findings.labels().get(label) + ")";
        XYSeries series = chart.addSeries(name, corners, tops);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setMarker(SeriesMarkers.NONE).setLineColor(COLOURS.get(label));
        series.setFillColor(COLOURS.get(label));
    }

    private static double centre(int column) {
        return Math.round((column - COLUMNS / 2) * WIDTH_OF_COLUMN * 10) / 10.0;
    }

    private static int[] heights(double[] scores) {
        int[] heights = new int[COLUMNS];
        for (double score : scores) {
            // away from zero at a border, as the labels are
            long column = (long) Math.signum(score) * (long) Math.floor(Math.abs(score) / WIDTH_OF_COLUMN + 0.5 + 1e-9);
            heights[(int) column + COLUMNS / 2]++;
        }
        return heights;
    }

    /** Gaussian kernels of Silverman's width (1986, 3.31), in conversations a column. */
    private void density(XYChart chart) {
        double mean = Arrays.stream(scores).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(scores)
                        .map(score -> (score - mean) * (score - mean))
                        .sum()
                / (scores.length - 1));
        double width = Math.max(0.03, 0.9 * spread * Math.pow(scores.length, -0.2));
        double[] places = IntStream.range(0, POINTS_OF_CURVE)
                .mapToDouble(i -> -1 + 2.0 * i / (POINTS_OF_CURVE - 1))
                .toArray();
        XYSeries curve = chart.addSeries("density", places, densities(places, width));
        curve.setMarker(SeriesMarkers.NONE).setLineColor(Charts.INK).setLineStyle(new BasicStroke(3));
    }

    private double[] densities(double[] places, double width) {
        double[] densities = new double[places.length];
        double scale = WIDTH_OF_COLUMN / width / Math.sqrt(2 * Math.PI);
        for (int i = 0; i < places.length; i++) {
            for (double score : scores) {
                double distance = (score - places[i]) / width;
                densities[i] += Math.abs(distance) < 5 ? scale * Math.exp(-0.5 * distance * distance) : 0;
            }
        }
        return densities;
    }

    private static String count(int conversations) {
        return String.format(Locale.ROOT, "%,d conversation%s", conversations, conversations == 1 ? "" : "s");
    }
}
