package org.stillpoint.engine.enclosure;

/** Told every side that a step decides, always in the same order. */
@FunctionalInterface
public interface Sides {

    Sides NOBODY = (sample, layer, unit, side) -> { };

    /**
     * @param sample in the data set, from 0
     * @param layer from 0; the number of layers for a side of the loss
     * @param side -1, 0 or 1: below a kink, at it, or above; for two kinks from -2 to 2, with odd numbers at them
     */
    void decided(int sample, int layer, int unit, int side);
}
