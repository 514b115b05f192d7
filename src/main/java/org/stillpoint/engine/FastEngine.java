package org.stillpoint.engine;

import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;

/** Starts trainings on integers. */
public final class FastEngine {

    private FastEngine() {
    }

    /** Whether every activation of the network is known to be piecewise linear. */
    public static boolean supports(Network network) {
        for (Layer layer : network.layers()) {
            if (PiecewiseLinear.of(layer.activation()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * A training that has taken no step yet.
     *
     * @param start a supported network
     * @param data with the inputs and targets of the network
     */
    public static Course start(Network start, DataSet data, Settings settings, Shortcuts shortcuts) {
        if (shortcuts.zeros() && ZeroStart.isOne(start)) {
            Course constant = plain(Copies.none(ZeroStart.constant(start)), ZeroStart.withoutInputs(data), settings);
            return new ReducedCourse(constant, network -> ZeroStart.whole(start, network));
        }
        Copies copies = shortcuts.copies() ? Copies.of(start) : Copies.none(start);
        Course course = plain(copies, data, settings);
        return copies.network() == start ? course : new ReducedCourse(course, copies::expanded);
    }

    private static Course plain(Copies copies, DataSet data, Settings settings) {
        return TwoLayerCourse.of(copies, data, settings)
                .orElseGet(() -> new LayeredCourse(copies.network(), data, settings, copies.counts()));
    }
}
