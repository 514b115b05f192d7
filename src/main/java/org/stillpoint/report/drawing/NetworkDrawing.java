package org.stillpoint.report.drawing;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            + "units with one letter are equal in all their weights and biases.";

    /** What the frames mean in pictures that are shown one after another. */
    public static final String MARKS = "A frame marks what a step changed.";

    private static final int MOST_LINES = 20;
    private static final int TALLEST = 6;

    private NetworkDrawing() {
    }

    /** The picture of a network: unit by unit if it is small, otherwise class by class or layer by layer. */
    public static String svg(Network network) {
        RealNetwork real = RealNetwork.of(network);
        return pictures(List.of(real), List.of(real)).get(0).svg();
    }

    /**
     * Pictures to be shown one after another, of one size, with a frame around each number that is not what it was before.
     *
     * @param networks at least one, all in one shape
     * @param before what each was before; itself if nothing is to be marked
     */
    public static List<Picture> pictures(List<RealNetwork> networks, List<RealNetwork> before) {
        return Svg.of(networks, IntStream.range(0, networks.size())
                .mapToObj(i -> Diagram.of(networks.get(i), before.get(i), groups(networks.get(i)))).toList());
    }

    private static List<List<List<Integer>>> groups(RealNetwork network) {
        return Stream.of(Grouping.units(network), Grouping.classes(network))
                .filter(groups -> !groups.isEmpty() && isSmall(groups)).findFirst().orElseGet(() -> Grouping.layers(network));
    }

    private static boolean isSmall(List<List<List<Integer>>> groups) {
        return groups.stream().allMatch(column -> column.size() <= TALLEST)
                && IntStream.range(1, groups.size()).allMatch(l -> groups.get(l - 1).size() * groups.get(l).size() <= MOST_LINES);
    }

    /** A number as pictures write it if it is long: rounded to three digits, behind the sign that says so. */
    public static String rounded(Real value) {
        return Value.rounded(value);
    }

    /** The picture with a circle for every unit, however many there are. */
    public static String units(Network network) {
        RealNetwork real = RealNetwork.of(network);
        return grouped(real, Grouping.units(real));
    }

    /** The picture with a circle for all units that no training step can tell apart. */
    public static String classes(Network network) {
        RealNetwork real = RealNetwork.of(network);
        return grouped(real, Grouping.classes(real));
    }

    private static String grouped(RealNetwork network, List<List<List<Integer>>> groups) {
        return Svg.of(List.of(network), List.of(Diagram.of(network, network, groups))).get(0).svg();
    }
}
