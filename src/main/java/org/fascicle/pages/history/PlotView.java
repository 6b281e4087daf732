package org.fascicle.pages.history;

import java.util.List;

/**
 * One analyte over time, drawn.
 *
 * @param band the reference interval as a strip of the drawing; empty where the laboratory gave none
 */
public record PlotView(String name, String unit, List<Point> points, List<Strip> band, String interval) {
    /** The drawing's size, in its own coordinates. */
    public static final int WIDTH = 320;

    public static final int HEIGHT = 96;

    /** @param isOutside of the reference interval */
    public record Point(double x, double y, String value, String day, boolean isOutside) {}

    /** From top to bottom. */
    public record Strip(double y, double height) {}

    public PlotView {
        points = List.copyOf(points);
        band = List.copyOf(band);
    }

    /** The points as a line. */
    public String line() {
        StringBuilder line = new StringBuilder();
        points.forEach(
                point -> line.append(point.x()).append(',').append(point.y()).append(' '));
        return line.toString().strip();
    }

    @Override
    public String toString() {
        return "PlotView[" + name + "]";
    }
}
