package org.stillpoint.modelfile.onnx.translation;

import java.util.Optional;
import org.stillpoint.modelfile.onnx.translation.LookAhead.Demand;

/** Says why a node has no rules: nothing is wrong with the file. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Demand first;

    /** @param why for people, part of a sentence */
    NotUnderstood(String why) {
        this(why, null);
    }

    /** @param first the channels that its first output certainly has */
    NotUnderstood(String why, Demand first) {
        super(why, null, false, false);
        this.first = first;
    }

    Optional<Demand> first() {
        return Optional.ofNullable(first);
    }

    static void unless(boolean holds, String why) {
        if (!holds) {
            throw new NotUnderstood(why);
        }
    }

    /** An axis counted from the first one, of so many. */
    static int axis(long ofFile, int axes) {
        unless(ofFile >= -axes && ofFile < axes, "axis " + ofFile + " of " + axes);
        return (int) (ofFile < 0 ? ofFile + axes : ofFile);
    }
}
