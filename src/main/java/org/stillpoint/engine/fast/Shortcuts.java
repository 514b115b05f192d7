package org.stillpoint.engine.fast;

/**
 * The theorems that save work; with or without them the results are the same.
 *
 * @param copies equal units stay equal, so one is computed for all (SYM-8)
 * @param zeros from all parameters zero, only the output bias moves (ZERO-2, ZERO-4)
 */
public record Shortcuts(boolean copies, boolean zeros) {

    public static final Shortcuts ALL = new Shortcuts(true, true);
    public static final Shortcuts NONE = new Shortcuts(false, false);
}
