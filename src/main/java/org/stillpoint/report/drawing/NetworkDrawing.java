package org.stillpoint.report.drawing;

import java.util.List;
import org.stillpoint.domain.Network;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealNetwork;

/**
 * A network as a picture, in an SVG element that can stand inside HTML with the style sheet {@code network.css}. Units are
 * circles in columns; hidden units that are equal share a letter and a colour. Weights are lines, with their numbers on them
 * where there is room for all numbers of a layer; long numbers are rounded there, and have a sign that says so.
 */
public final class NetworkDrawing {

    /** What the marks mean, for readers. */
    public static final String LEGEND = "Solid lines are positive weights, long dashes negative ones, faint dots zero. Hidden "
            + "units with one letter are equal in all their weights and biases. A frame marks what a step changed.";

    private static final int MOST_LINES = 20;
    private static final int TALLEST = 6;

    private NetworkDrawing() {
    }

    /** The picture of a network: unit by unit if it is small, otherwise class by class or layer by layer. */
    public static String svg(Network network) {
        RealNetwork real = RealNetwork.of(network);
        return svg(real, real);
    }

    /**
     * As {@link #svg(Network)}, with a frame around each number that is not what it was.
     *
     * @param before the network before, in the same shape
     */
    public static String svg(RealNetwork network, RealNetwork before) {
        Diagram units = Diagram.of(network, before, Grouping.units(network));
        List<List<List<Integer>>> classes = Grouping.classes(network);
        if (units.densest() <= MOST_LINES && units.tallest() <= TALLEST) {
            return Svg.of(network, units);
        }
        if (classes.isEmpty()) {
            return Svg.of(network, Diagram.of(network, before, Grouping.layers(network)));
        }
        Diagram byClass = Diagram.of(network, before, classes);
        return Svg.of(network, byClass.densest() <= MOST_LINES && byClass.tallest() <= TALLEST ? byClass
                : Diagram.of(network, before, Grouping.layers(network)));
    }

    /** A number as pictures write it if it is long: rounded to three digits, behind the sign that says so. */
    public static String rounded(Real value) {
        return Value.rounded(value);
    }

    /** The picture with a circle for every unit, however many there are. */
    public static String units(Network network) {
        RealNetwork real = RealNetwork.of(network);
        return Svg.of(real, Diagram.of(real, real, Grouping.units(real)));
    }

    /** The picture with a circle for all units that no training step can tell apart. */
    public static String classes(Network network) {
        RealNetwork real = RealNetwork.of(network);
        return Svg.of(real, Diagram.of(real, real, Grouping.classes(real)));
    }
}
