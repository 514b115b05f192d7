package org.stillpoint.generation;

import java.util.List;

/** Inputs, hidden units a layer, outputs. */
final class Widths {

    private Widths() {
    }

    /** @throws GenerationException if there are fewer than two widths, or one is below 1 */
    static void require(List<Integer> widths, String expected) {
        if (widths.size() < 2) {
            throw new GenerationException("the shape " + text(widths) + " has too few widths, expected at least two: "
                    + expected);
        }
        if (widths.stream().anyMatch(width -> width < 1)) {
            throw new GenerationException("the shape " + text(widths) + " has a width below 1, expected widths of at least 1");
        }
    }

    /** The widths as on the command line. */
    static String text(List<Integer> widths) {
        return String.join(",", widths.stream().map(String::valueOf).toList());
    }
}
