package io.transcripthub.analytics;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How sentiment changed: the means of hours, days, weeks or months, in a band that is their 95 % interval. */
final class TimeChart {
    private static final Color BAND = new Color(0xCF, 0xE1, 0xF0);

    private TimeChart() {}

    static XYChart of(Findings findings) {
        XYChart chart = new XYChartBuilder()
                .width(Charts.WIDTH)
                .height(Charts.HEIGHT)
                .title(
                        findings.overTime().isEmpty()
                                ? "No conversation with a transcript and a start"
                                : "Mean sentiment by " + findings.grain().noun() + ", with its 95 % interval")
                .xAxisTitle("Start of the conversation (" + findings.zone() + ")")
                .yAxisTitle("Sentiment")
                .build();
        Charts.style(chart.getStyler());
        double reach = reach(findings);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setDatePattern(findings.grain().pattern());
        chart.getStyler().setTimezone(TimeZone.getTimeZone(findings.zone()));
        chart.getStyler().setYAxisMin(-reach).setYAxisMax(reach).setXAxisMaxLabelCount(8);
        chart.getStyler().setYAxisDecimalPattern("0.0#");
        if (findings.overTime().isEmpty()) {
            chart.getStyler().setXAxisTicksVisible(false);
        } else {
            draw(chart, findings);
        }
        return chart;
    }

    private static void draw(XYChart chart, Findings findings) {
        List<Date> times = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Date> around = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        findings.overTime().forEach((time, moments) -> {
            times.add(Date.from(time));
            means.add(moments.mean());
            around.add(times.size() - 1, Date.from(time));
            limits.add(times.size() - 1, Math.min(1, moments.mean() + moments.reach()));
            around.add(times.size(), Date.from(time));
            limits.add(times.size(), Math.max(-1, moments.mean() - moments.reach()));
        });
        chart.addSeries("interval", around, limits)
                .setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(BAND)
                .setFillColor(BAND);
        chart.addSeries("mean", times, means)
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(Charts.BLUE)
                .setLineColor(Charts.BLUE);
    }

    /** How far the axis of sentiment reaches: a narrow range shows what happens, and zero stays in its middle. */
    private static double reach(Findings findings) {
        double farthest = findings.overTime().values().stream()
                .mapToDouble(moments -> Math.abs(moments.mean()) + moments.reach())
                .max()
                .orElse(1);
        return Math.max(0.2, Math.min(1, Math.ceil(farthest * 10 + 0.5) / 10));
    }
}
