package org.stillpoint.engine.fast;

import java.util.Optional;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.Course;

/** Starts trainings on integers, which take no more steps than their settings say. */
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
     * @param settings with a rational loss
     */
    public static Course start(Network start, DataSet data, Settings settings, Shortcuts shortcuts) {
        if (shortcuts.zeros() && ZeroStart.isOne(start)) {
            Network reduced = ZeroStart.constant(start);
            Course constant = IntegerCourse.of(reduced, Copies.ones(reduced), Optional.empty(), ZeroStart.withoutInputs(data),
                    settings, shortcuts.linear());
            return new ReducedCourse(constant, network -> ZeroStart.whole(start, network));
        }
        Optional<Copies> copies = shortcuts.copies() ? Copies.of(start) : Optional.empty();
        if (copies.isEmpty()) {
            return IntegerCourse.of(start, Copies.ones(start), Optional.empty(), data, settings, shortcuts.linear());
        }
        Course course = IntegerCourse.of(copies.get().network(), copies.get().counts(), Optional.empty(), data, settings,
                shortcuts.linear());
        return new ReducedCourse(course, copies.get()::expanded);
    }

    /**
     * As from rest, but with a velocity, under which equal units need not move alike.
     *
     * @param velocity in the shape of the start
     */
    public static Course start(Network start, Network velocity, DataSet data, Settings settings) {
        return IntegerCourse.of(start, Copies.ones(start), Optional.of(velocity), data, settings, true);
    }
}
