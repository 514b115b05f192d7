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
    private static final int SMALLEST = 20;

    private final State<Ball> end;
    private final Ball loss;

    private Pilot(State<Ball> end, Ball loss) {
        this.end = end;
        this.loss = loss;
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
            return new Pilot(state, steps.meanLoss(state.parameters()));
        } catch (UndecidedException | TooLargeException e) {
            return new Pilot(state, precision.zero());
        }
    }

    /** About the bits that are lost. */
    int lost() {
        return Width.radius(end.parameters());
    }

    /** About the precision at which every number is known to as many bits in the end. */
    int precision(int bits) {
        int missing = missing(loss, bits);
        for (Ball[][] rows : List.of(end.parameters().weights(), end.parameters().biases())) {
            for (Ball[] row : rows) {
                for (Ball ball : row) {
                    missing = Math.max(missing, missing(ball, bits));
                }
            }
        }
        return PRECISION + missing;
    }

    private static int missing(Ball ball, int bits) {
        int size = ball.mid().bitLength() < SMALLEST ? PRECISION : ball.mid().bitLength();
        return ball.isExact() ? 0 : Math.max(0, Radius.bits(ball.radius()) + bits - size);
    }
}
