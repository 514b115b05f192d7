package org.stillpoint.report.drawing;

import java.util.Optional;

/**
 * A circle of the picture, which stands for one unit or for several.
 *
 * @param name in words that a circle has room for
 * @param count how many units it stands for
 * @param colour of its class, from 0; empty if it is of none
 * @param bias that of each of its units, if they have one
 */
record Unit(String name, int count, Optional<Integer> colour, Optional<Value> bias) {

    /** What stands in the circle. */
    String text() {
        return count == 1 ? name : name + " \u00d7 " + count;
    }
}
