package org.stillpoint.report.drawing;

/**
 * A weight, or all weights from the units of one circle to those of another.
 *
 * @param from the circle in the column before, from 0
 * @param to the circle in the column behind, from 0
 */
record Line(int from, int to, Value value) {
}
