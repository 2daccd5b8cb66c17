package io.transcripthub.analytics;

import io.transcripthub.outcomes.Distribution;
import io.transcripthub.outcomes.OutcomeStatistics.Scored;
import io.transcripthub.sentiment.SentimentLabel;
import io.transcripthub.topics.Topic;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The findings as pictures, each of one idea, with the numbers that it rests on. */
final class Charts {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 750;
    private static final int HEIGHT_OF_A_TOPIC = 120;
    private static final int LONGEST_TOPIC = 48;
    private static final int MOST_OUTCOMES = 12;
    private static final int LONGEST_OUTCOME = 28;

    /** Characters of all labels together that fit below the axis without being turned. */
    private static final int LABELS_SIDE_BY_SIDE = 90;

    private static final Color INK = new Color(0x26, 0x32, 0x38);
    private static final Color GRID = new Color(0xDD, 0xE3, 0xE6);
    private static final Color BLUE = new Color(0x1F, 0x6F, 0xB2);
    private static final Map<SentimentLabel, Color> COLOURS = Map.of(
            SentimentLabel.POSITIVE, new Color(0x3A, 0x9D, 0x5D),
            SentimentLabel.NEUTRAL, new Color(0xB0, 0xB7, 0xBC),
            SentimentLabel.NEGATIVE, new Color(0xD1, 0x4B, 0x4B));

    /** Columns a tenth wide, so that the middle one holds just what is neutral: -0.05 to 0.05. */
    private static final int BINS = 21;

    private static final double WIDTH_OF_BIN = 0.1;

    private final Findings findings;

    Charts(Findings findings) {
        this.findings = findings;
    }

    /**
     * Writes all four.
     *
     * @throws FileSystemException also when this Java has no fonts
     */
    void write(Path folder) throws IOException {
        try {
            save(distribution(), folder.resolve("sentiment_distribution.png"));
            save(outcomes(), folder.resolve("outcome_vs_sentiment.png"));
            save(topics(), folder.resolve("topic_clusters.png"));
            save(overTime(), folder.resolve("sentiment_over_time.png"));
        } catch (LinkageError | InternalError withoutFonts) {
            throw new FileSystemException(
                    "charts",
                    null,
                    "this Java cannot draw text; install fonts for it (Debian: libfreetype6 fontconfig fonts-dejavu-core)");
        }
    }

    private static void save(Chart<?, ?> chart, Path file) throws IOException {
        Files.write(file, BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG));
    }

    private CategoryChart distribution() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Sentiment of " + count(findings.transcripts(), "conversation") + " with a transcript")
                .xAxisTitle("Sentiment, from -1 (most negative) to 1 (most positive)")
                .yAxisTitle("Conversations")
                .build();
        style(chart.getStyler());
        chart.getStyler().setOverlapped(true);
        chart.getStyler().setAvailableSpaceFill(0.96);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
        chart.getStyler().setYAxisMin(0.0);
        double[] scores = findings.scored().stream().mapToDouble(Scored::score).toArray();
        int[] bins = bins(scores);
        List<String> centres = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            centres.add(String.format(Locale.ROOT, "%.1f", centre(bin)).replace("-0.0", "0.0"));
        }
        for (SentimentLabel label : List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE)) {
            List<Integer> heights = new ArrayList<>();
            for (int bin = 0; bin < BINS; bin++) {
                heights.add(SentimentLabel.of(centre(bin)) == label ? bins[bin] : 0);
            }
            String name = label + " (" + findings.labels().get(label) + ")";
            chart.addSeries(name, centres, heights).setFillColor(COLOURS.get(label));
        }
        if (scores.length > 1) {
            CategorySeries curve = chart.addSeries("density", centres, density(scores));
            curve.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
            curve.setMarker(SeriesMarkers.NONE).setLineColor(INK);
            curve.setLineStyle(new BasicStroke(3));
            curve.setSmooth(true);
        }
        return chart;
    }

    private static double centre(int bin) {
        return Math.round((bin - BINS / 2) * WIDTH_OF_BIN * 10) / 10.0;
    }

    private static int[] bins(double[] scores) {
        int[] bins = new int[BINS];
        for (double score : scores) {
            // away from zero at a border, as the labels are
            long bin = (long) Math.signum(score) * (long) Math.floor(Math.abs(score) / WIDTH_OF_BIN + 0.5 + 1e-9);
            bins[(int) bin + BINS / 2]++;
        }
        return bins;
    }

    /** Gaussian kernels of Silverman's width (1986, 3.31), in conversations a column. */
    private static List<Double> density(double[] scores) {
        double mean = Arrays.stream(scores).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(scores)
                        .map(score -> (score - mean) * (score - mean))
                        .sum()
                / (scores.length - 1));
        double width = Math.max(0.03, 0.9 * spread * Math.pow(scores.length, -0.2));
        List<Double> heights = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double centre = centre(bin);
            double sum = Arrays.stream(scores)
                    .map(score -> Math.exp(-0.5 * Math.pow((score - centre) / width, 2)))
                    .sum();
            heights.add(sum / width / Math.sqrt(2 * Math.PI) * WIDTH_OF_BIN);
        }
        return heights;
    }

    private BoxChart outcomes() {
        Map<String, Distribution> all = findings.outcomes().byOutcome();
        BoxChart chart = new BoxChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Sentiment by outcome"
                        + (all.size() > MOST_OUTCOMES
                                ? ", the " + MOST_OUTCOMES + " most frequent of " + all.size()
                                : ""))
                .xAxisTitle("Outcome (number of conversations)")
                .yAxisTitle("Sentiment")
                .build();
        style(chart.getStyler());
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
            labelled.merge(shortened(outcome, LONGEST_OUTCOME) + " (" + n + ")", list, Charts::both);
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

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }

    private HorizontalBarChart topics() {
        List<Topic> topics = findings.topics().topics();
        HorizontalBarChart chart = new HorizontalBarChartBuilder()
                .width(WIDTH)
                .height(Math.max(HEIGHT, topics.size() * HEIGHT_OF_A_TOPIC))
                .title(topics.isEmpty() ? "No topics: " + findings.topics().skipped() : "What conversations are about")
                .xAxisTitle("Conversations")
                .yAxisTitle("")
                .build();
        style(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setAvailableSpaceFill(0.7);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setLabelsFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        chart.getStyler().setXAxisMin(0.0);
        List<Integer> sizes =
                new ArrayList<>(topics.stream().map(Topic::documents).toList());
        List<String> names = new ArrayList<>(topics.stream()
                .map(topic -> shortened(
                        topic.id() + ": " + topic.terms().stream().limit(4).collect(Collectors.joining(", ")),
                        LONGEST_TOPIC))
                .toList());
        if (topics.isEmpty()) {
            sizes.add(0);
            names.add("none");
        }
        chart.addSeries("conversations", sizes, names).setFillColor(BLUE);
        return chart;
    }

    private XYChart overTime() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Mean sentiment by " + (findings.unit() == ChronoUnit.DAYS ? "day" : "hour")
                        + ", with its 95 % interval")
                .xAxisTitle("Start of the conversation (" + findings.zone() + ")")
                .yAxisTitle("Sentiment")
                .build();
        style(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setDatePattern(findings.unit() == ChronoUnit.DAYS ? "yyyy-MM-dd" : "MM-dd HH:mm");
        chart.getStyler().setTimezone(TimeZone.getTimeZone(findings.zone()));
        double reach = reach();
        chart.getStyler().setYAxisMin(-reach).setYAxisMax(reach).setXAxisMaxLabelCount(8);
        chart.getStyler().setYAxisDecimalPattern("0.0#");
        List<Date> times = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Double> reaches = new ArrayList<>();
        findings.overTime().forEach((time, moments) -> {
            times.add(Date.from(time));
            means.add(moments.mean());
            reaches.add(moments.reach());
        });
        if (!times.isEmpty()) {
            XYSeries mean = chart.addSeries("mean", times, means, reaches);
            mean.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(BLUE);
            mean.setLineColor(BLUE);
        }
        return chart;
    }

    /** How far the axis of sentiment reaches: a narrow range shows what happens, and zero stays in its middle. */
    private double reach() {
        double farthest = findings.overTime().values().stream()
                .mapToDouble(moments -> Math.abs(moments.mean()) + moments.reach())
                .max()
                .orElse(1);
        return Math.max(0.2, Math.min(1, Math.ceil(farthest * 10 + 0.5) / 10));
    }

    private static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static void style(Styler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        styler.setChartTitleBoxVisible(false);
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        styler.setLegendBorderColor(GRID);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartPadding(24);
        if (styler instanceof org.knowm.xchart.style.AxesChartStyler axes) {
            axes.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 19));
            axes.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
            axes.setPlotGridLinesColor(GRID);
            axes.setAxisTickLabelsColor(INK);
            axes.setAxisTickPadding(8);
        }
    }
}
