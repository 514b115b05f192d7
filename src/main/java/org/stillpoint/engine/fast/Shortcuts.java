package org.stillpoint.engine.fast;

/**
 * What saves work; with or without, the results are the same.
 *
 * @param copies equal units stay equal, so one is computed for all (SYM-8)
 * @param zeros from all parameters zero, only the output bias moves (ZERO-2, ZERO-4)
 * @param linear with one hidden layer and a loss that depends on signs only, a step is linear in the parameters of a unit, and
 *     multiplies by fewer and shorter numbers than backpropagation
 */
public record Shortcuts(boolean copies, boolean zeros, boolean linear) {

    public static final Shortcuts ALL = new Shortcuts(true, true, true);
    public static final Shortcuts NONE = new Shortcuts(false, false, false);
}
