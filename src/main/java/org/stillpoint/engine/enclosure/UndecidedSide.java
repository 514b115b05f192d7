package org.stillpoint.engine.enclosure;

/** A side that the enclosure of a number does not tell. */
public final class UndecidedSide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int sample;
    private final int layer;
    private final int unit;

    /** All from 0; a layer behind the last stands for the loss. */
    UndecidedSide(int sample, int layer, int unit) {
        super(null, null, false, false);
        this.sample = sample;
        this.layer = layer;
        this.unit = unit;
    }

    /** Where it is, as people count. */
    public String place(int layers) {
        return "sample " + (sample + 1) + ", " + (layer == layers ? "the loss of output " : "layer " + (layer + 1) + ", unit ")
                + (unit + 1);
    }
}
