package io.transcripthub.analytics;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** The findings as pictures, each of one idea, with the numbers that it rests on. */
final class Charts {
    static final int WIDTH = 1200;
    static final int HEIGHT = 750;
    static final Color INK = new Color(0x26, 0x32, 0x38);
    static final Color BLUE = new Color(0x1F, 0x6F, 0xB2);

    private static final Color GRID = new Color(0xDD, 0xE3, 0xE6);

    private Charts() {}

    /**
     * Writes all four.
     *
     * @throws FileSystemException also when this Java has no fonts
     */
    static void write(Findings findings, Path folder) throws IOException {
        try {
            save(DistributionChart.of(findings), folder.resolve("sentiment_distribution.png"));
            save(OutcomeChart.of(findings), folder.resolve("outcome_vs_sentiment.png"));
            save(TopicChart.of(findings.topics()), folder.resolve("topic_clusters.png"));
            save(TimeChart.of(findings), folder.resolve("sentiment_over_time.png"));
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

    static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }

    static void style(Styler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        styler.setChartTitleBoxVisible(false);
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        styler.setLegendBorderColor(GRID);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartPadding(24);
        if (styler instanceof AxesChartStyler axes) {
            axes.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 19));
            axes.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
            axes.setPlotGridLinesColor(GRID);
            axes.setAxisTickLabelsColor(INK);
            axes.setAxisTickPadding(8);
        }
    }
}
