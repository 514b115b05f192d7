package org.stillpoint.engine.enclosure;

import java.util.Optional;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.enclosure.UndecidedException;

/** A training in balls of one precision, from a state on. */
final class Run {

    /** Parameters beyond 2^64 are those of a training that diverges. */
    static final int LARGEST = 64;

    /** Balls wider than 2^-40 are too wide to take a side that they do not tell for a tie. */
    private static final int NARROW = 40;

    /** Parameters that are known this much better make a loss that is known well enough, most likely. */
    private static final int FOR_THE_LOSS = 8;

    private final Problem problem;
    private final Precision precision;
    private final Steps<Ball> steps;
    private final Steps<Mixed> mixedSteps;
    private final ExactStates exactStates;
    private final Balls balls;
    private final int bits;
    private State<Ball> state;
    private State<Ball> certain;

    /** @param bits to which numbers are to be known */
    Run(Problem problem, Precision precision, State<Mixed> from, ExactStates exactStates, int bits) {
        this.problem = problem;
        this.precision = precision;
        this.steps = new Steps<>(problem, new BallField(precision));
        this.mixedSteps = new Steps<>(problem, new MixedField(precision));
        this.exactStates = exactStates;
        this.balls = new Balls(precision);
        this.bits = bits;
        this.state = balls.of(from);
        this.certain = state;
    }

    /** Where it is now. */
    Reached reached() {
        return new Reached(balls.mixed(state), precision);
    }

    int done() {
        return state.steps();
    }

    /**
     * Takes the next step.
     *
     * @throws BrokenOff if it cannot
     */
    void step() {
        State<Ball> next;
        try {
            next = next();
        } catch (UndecidedException e) {
            throw new BrokenOff(BrokenOff.Cause.TOO_WIDE, done() + 1, ": " + e.getMessage());
        } catch (TooLargeException e) {
            throw tooLarge();
        }
        if (Math.max(Width.size(next.parameters()), Width.radius(next.parameters())) > precision.bits() + LARGEST) {
            throw tooLarge();
        }
        state = next;
        if (Width.missing(precision, next.parameters(), bits + FOR_THE_LOSS) <= 0) {
            certain = next;
        }
    }

    /** Goes back to the last step whose parameters are known as well as they are to be. Whether that is another one than now. */
    boolean back() {
        boolean moves = state != certain;
        state = certain;
        return moves;
    }

    private State<Ball> next() {
        try {
            return steps.next(state, Sides.NOBODY);
        } catch (UndecidedSide side) {
            return decided(side);
        }
    }

    private BrokenOff tooLarge() {
        return isNarrow() ? new BrokenOff(BrokenOff.Cause.DIVERGED, done() + 1, " makes numbers beyond 2^" + LARGEST
                + ": the training diverges") : new BrokenOff(BrokenOff.Cause.TOO_WIDE, done() + 1, " is too wide");
    }

    /** The same step, but with the sides that exact numbers decide: what has not moved yet, or the training on integers. */
    private State<Ball> decided(UndecidedSide side) {
        if (!isNarrow()) {
            throw new BrokenOff(BrokenOff.Cause.TOO_WIDE, done() + 1, " is too wide");
        }
        try {
            return balls.of(mixedSteps.next(balls.mixed(state), Sides.NOBODY));
        } catch (UndecidedSide again) {
            Optional<State<Mixed>> exact = exactStates.after(done() + 1);
            return exact.map(balls::ofLong).orElseThrow(() -> new BrokenOff(BrokenOff.Cause.UNDECIDED, done() + 1, ", "
                    + side.place(problem.layers()) + ": which side of a kink it is on is not decided with " + precision.bits()
                    + " bits"));
        }
    }

    private boolean isNarrow() {
        return Width.radius(state.parameters()) < precision.bits() - NARROW;
    }
}
