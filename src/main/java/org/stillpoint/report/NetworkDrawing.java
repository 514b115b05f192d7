package org.stillpoint.report;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;

/** A network as a picture: units as circles in columns, weights as lines, with their values where there is room. */
final class NetworkDrawing {

    private static final int COLUMN = 150;
    private static final int ROW = 46;
    private static final int RADIUS = 11;
    private static final int MARGIN = 30;
    private static final int MOST_LABELS = 12;
    /** Labels of neighbouring lines stand at different thirds of the way, so that crossing lines keep theirs apart. */
    private static final int[] PER_MILLE = {300, 420, 540};

    private NetworkDrawing() {
    }

    /** The picture as an SVG element that can stand inside HTML. */
    static String svg(Network network) {
        List<Integer> widths = network.widths();
        int tallest = widths.stream().mapToInt(Integer::intValue).max().orElseThrow();
        int width = 2 * MARGIN + COLUMN * (widths.size() - 1);
        int height = 2 * MARGIN + ROW * (tallest - 1);
        int weights = network.layers().stream().mapToInt(l -> l.weights().rows().size() * l.weights().columns()).sum();
        StringBuilder lines = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        StringBuilder units = new StringBuilder();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            for (int j = 0; j < widths.get(l + 1); j++) {
                for (int k = 0; k < widths.get(l); k++) {
                    BigFraction weight = layer.weights().get(j, k);
                    int x1 = x(l);
                    int y1 = y(k, widths.get(l), tallest);
                    int x2 = x(l + 1);
                    int y2 = y(j, widths.get(l + 1), tallest);
                    lines.append("<line class=\"" + sign(weight) + "\" x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2
                            + "\" y2=\"" + y2 + "\"></line>");
                    if (weights <= MOST_LABELS) {
                        int along = PER_MILLE[(j + k) % PER_MILLE.length];
                        labels.append(text("weight", x1 + (x2 - x1) * along / 1000, y1 + (y2 - y1) * along / 1000 - 4,
                                ExactNumber.write(weight)));
                    }
                }
                if (layer.bias().isPresent() && weights <= MOST_LABELS) {
                    labels.append(text("bias", x(l + 1), y(j, widths.get(l + 1), tallest) - RADIUS - 4,
                            "b = " + ExactNumber.write(layer.bias().get().get(j))));
                }
            }
        }
        for (int l = 0; l < widths.size(); l++) {
            for (int j = 0; j < widths.get(l); j++) {
                int cy = y(j, widths.get(l), tallest);
                units.append("<circle cx=\"" + x(l) + "\" cy=\"" + cy + "\" r=\"" + RADIUS + "\"></circle>");
                units.append(text("unit", x(l), cy + 4, unit(l, widths.size())));
            }
        }
        return "<svg class=\"network\" role=\"img\" aria-label=\"network of widths " + widths + "\" viewBox=\"0 0 "
                + width + " " + height + "\" width=\"" + width + "\" height=\"" + height + "\">"
                + lines + units + labels + "</svg>";
    }

    private static String unit(int layer, int columns) {
        return layer == 0 ? "x" : layer == columns - 1 ? "f" : "h";
    }

    private static String sign(BigFraction weight) {
        return weight.signum() > 0 ? "positive" : weight.signum() < 0 ? "negative" : "zero";
    }

    private static int x(int column) {
        return MARGIN + COLUMN * column;
    }

    private static int y(int unit, int units, int tallest) {
        return MARGIN + ROW * (tallest - units) / 2 + ROW * unit;
    }

    private static String text(String kind, int x, int y, String text) {
        return "<text class=\"" + kind + "\" x=\"" + x + "\" y=\"" + y + "\">" + text + "</text>";
    }
}
