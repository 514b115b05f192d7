package org.stillpoint.engine.enclosure;

import java.util.List;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Radius;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.enclosure.UndecidedException;

/** A cheap run that tells about how many bits a training loses, whatever its precision. Nothing of it is certain. */
final class Pilot {

    private static final int PRECISION = 128;

    /** A number this much smaller than 1 may well be 0. */
    private static final int SMALLEST = PRECISION - 40;

    private final State<Ball> end;

    private Pilot(State<Ball> end) {
        this.end = end;
    }

    /** From a state to the last step, or to the one at which the training seems to diverge. */
    static Pilot of(Problem problem, State<Mixed> from) {
        Precision precision = Precision.of(PRECISION);
        Steps<Ball> steps = new Steps<>(problem, new PilotField(precision));
        State<Ball> state = new Balls(precision).of(from);
        try {
            while (state.steps() < problem.settings().steps() && Width.size(state.parameters()) < PRECISION + Run.LARGEST) {
                state = steps.next(state, Sides.NOBODY);
            }
        } catch (UndecidedException | TooLargeException e) {
            return new Pilot(state);
        }
        return new Pilot(state);
    }

    /** About the bits that are lost. */
    int lost() {
        return Width.radius(end.parameters());
    }

    /** About the precision at which every parameter is known to as many bits in the end. */
    int precision(int bits) {
        int missing = 0;
        for (Ball[][] rows : List.of(end.parameters().weights(), end.parameters().biases())) {
            for (Ball[] row : rows) {
                for (Ball ball : row) {
                    int size = ball.mid().bitLength() < SMALLEST ? PRECISION : ball.mid().bitLength();
                    missing = Math.max(missing, Radius.bits(ball.radius()) + bits - size);
                }
            }
        }
        return PRECISION + missing;
    }
}
