package org.stillpoint.generation;

import java.util.List;

/** Inputs, hidden units a layer, outputs. */
final class Widths {

    private Widths() {
    }

    /** @throws GenerationException if there are fewer than two widths, or one is below 1 */
    static void require(List<Integer> widths, String expected) {
        if (widths.size() < 2) {
            throw new GenerationException("a shape of " + widths.size() + " widths, expected " + expected);
        }
        if (widths.stream().anyMatch(width -> width < 1)) {
            throw new GenerationException("the shape " + text(widths) + ", expected widths from 1");
        }
    }

    /** The widths as on the command line. */
    static String text(List<Integer> widths) {
        return String.join(",", widths.stream().map(String::valueOf).toList());
    }
}
