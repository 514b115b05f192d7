package org.stillpoint.engine.enclosure.tube;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Radius;
import org.stillpoint.engine.enclosure.BallField;
import org.stillpoint.engine.enclosure.Balls;
import org.stillpoint.engine.enclosure.Mixed;
import org.stillpoint.engine.enclosure.Problem;
import org.stillpoint.engine.enclosure.Reached;
import org.stillpoint.engine.enclosure.Sides;
import org.stillpoint.engine.enclosure.State;
import org.stillpoint.engine.enclosure.Steps;
import org.stillpoint.engine.enclosure.Values;

/** A training in a tube of one precision. */
public final class TubeRun {

    private static final long SMALLEST_BOX = Intervals.ONE >> 24;
    private static final long LARGEST_BOX = Intervals.ONE >> 6;

    /** What a box's own width may cost a step: about 0.0014 bits. */
    private static final long COST = Intervals.ONE >> 10;

    /** Steps as long as the last one that a box serves at most, as it does not pay to make it larger. */
    private static final long MOST_STEPS_A_BOX = 64;

    private final Problem problem;
    private final Precision precision;
    private final Layout layout;
    private final Steps<Ball> steps;
    private final Balls balls;
    private final Box.Maker maker;
    private final Map<Integer, Box> boxes = new HashMap<>();
    private final boolean sided;
    private final boolean[] moving;
    private final Optional<Momentum> momentum;
    private final Ball[] row;
    private final Ball[] velocity;
    private final long[] point;
    private final long[] before;
    private final Intervals still;
    private Values<Ball> parameters;
    private int done;

    /** How large a box may be, by what the last one cost. */
    private long affordable = SMALLEST_BOX;
    private int made;
    private long error;

    public TubeRun(Problem problem, Precision precision, State<Mixed> from) {
        this.problem = problem;
        this.precision = precision;
        this.layout = new Layout(problem);
        this.steps = new Steps<>(problem, new BallField(precision));
        this.balls = new Balls(precision);
        this.momentum = problem.remembersVelocity()
                ? Optional.of(new Momentum(problem.descent().momentum(), problem.descent().rate())) : Optional.empty();
        this.maker = new Box.Maker(problem, layout, momentum);
        this.sided = Tube.hasSides(problem);
        State<Ball> start = balls.of(from);
        this.parameters = start.parameters();
        this.done = from.steps();
        this.moving = new boolean[layout.size()];
        this.row = layout.row(parameters, new Ball[layout.size()]);
        this.velocity = momentum.isPresent() ? layout.row(start.memory().get(0), new Ball[layout.size()]) : new Ball[0];
        this.point = new long[layout.size()];
        this.before = new long[layout.size()];
        this.still = new Intervals(layout.size());
        for (int i = 0; i < row.length; i++) {
            still.set(i, row[i], precision);
        }
        moveWhereGradient(steps.gradientSum(parameters, done, new Pattern(problem, done)));
        locate();
        System.arraycopy(point, 0, before, 0, point.length);
    }

    public int done() {
        return done;
    }

    /** The bits of the distance that the tube allows. */
    public int errorBits() {
        return Radius.bits(error);
    }

    /** How many it has made so far. */
    public int boxes() {
        return made;
    }

    /**
     * Takes a step: the tube's radius grows with the norm, and by the rounding of the step from its middle.
     *
     * @throws org.stillpoint.engine.enclosure.UndecidedSide if the tube is on both sides of a kink
     * @throws org.stillpoint.enclosure.TooLargeException if numbers are too large
     */
    public void step() {
        Pattern pattern = new Pattern(problem, done);
        while ((sided || isPartlyStill()) && moveWhereGradient(steps.gradientSum(widened(), done, pattern))) {
            pattern = new Pattern(problem, done);
        }
        long norm = box(pattern).norm();
        State<Ball> next = steps.next(new State<>(parameters, memory(velocity), done), Sides.NOBODY);
        error = Radius.shift(Radius.multiply(error, Radius.of(norm)), -Intervals.BITS);
        settle(next);
        done = next.steps();
        System.arraycopy(point, 0, before, 0, point.length);
        locate();
    }

    /** Whether a parameter begins to move: from then on its own radius is part of the tube's. */
    private boolean moveWhereGradient(Values<Ball> sum) {
        Ball[] gradient = layout.row(sum, new Ball[row.length]);
        boolean changed = false;
        for (int i = 0; i < row.length; i++) {
            if (!moving[i] && (!gradient[i].isZero() || decays(i) || hasVelocity(i))) {
                moving[i] = true;
                changed = true;
                error = Radius.add(error, row[i].radius());
                row[i] = precision.midpoint(row[i]);
                if (momentum.isPresent()) {
                    error = Radius.add(error, momentum.get().scaled(velocity[i].radius()));
                    velocity[i] = precision.midpoint(velocity[i]);
                }
            }
        }
        if (changed) {
            parameters = layout.values(row.clone(), parameters);
        }
        return changed;
    }

    private boolean decays(int i) {
        return layout.isWeight(i) && problem.descent().decay().signum() != 0 && !row[i].isZero();
    }

    private boolean hasVelocity(int i) {
        return momentum.isPresent() && !velocity[i].isZero();
    }

    private boolean isPartlyStill() {
        for (boolean each : moving) {
            if (!each) {
                return true;
            }
        }
        return false;
    }

    private List<Values<Ball>> memory(Ball[] velocities) {
        return momentum.isPresent() ? List.of(layout.values(velocities, parameters)) : List.of();
    }

    private Values<Ball> widened() {
        return layout.values(widened(row, error), parameters);
    }

    private Ball[] widened(Ball[] middles, long radius) {
        Ball[] wide = new Ball[middles.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = moving[i] ? precision.widened(middles[i], radius) : middles[i];
        }
        return wide;
    }

    /** Middles alone; the radii, as the length of one vector, are added to the tube's. */
    private void settle(State<Ball> next) {
        long squares = settle(layout.row(next.parameters(), new Ball[row.length]), row, false);
        if (momentum.isPresent()) {
            squares = Radius.add(squares, settle(layout.row(next.memory().get(0), new Ball[row.length]), velocity, true));
        }
        BigInteger length = Radius.toInteger(squares).sqrt();
        error = Radius.add(error, squares == 0 ? 0 : Radius.of(length.add(BigInteger.ONE)));
        parameters = layout.values(row.clone(), parameters);
    }

    /** The sum of the squares of the radii. */
    private long settle(Ball[] after, Ball[] middles, boolean scaled) {
        long squares = 0;
        for (int i = 0; i < after.length; i++) {
            middles[i] = after[i];
            if (moving[i]) {
                long radius = scaled ? momentum.orElseThrow().scaled(after[i].radius()) : after[i].radius();
                squares = Radius.add(squares, Radius.multiply(radius, radius));
                middles[i] = precision.midpoint(after[i]);
            }
        }
        return squares;
    }

    private void locate() {
        for (int i = 0; i < point.length; i++) {
            point[i] = Intervals.fitting(row[i].mid().shiftRight(precision.bits() - Intervals.BITS));
        }
    }

    private Box box(Pattern pattern) {
        long reach = Intervals.fitting(Radius.toInteger(Radius.shift(error, Intervals.BITS - precision.bits()))) + 1;
        int batch = problem.first(done);
        Box kept = boxes.get(batch);
        if (kept == null || !kept.holds(point, reach, pattern, moving)) {
            long rho = size() + reach;
            int scale = momentum.map(Momentum::scale).orElse(0);
            kept = maker.around(point, rho, still, moving, done, pattern);
            error = Radius.shift(error, Math.max(0, momentum.map(Momentum::scale).orElse(0) - scale));
            boxes.put(batch, kept);
            made++;
            affordable = Math.min(LARGEST_BOX, rho * COST / (kept.spread() + 1));
        }
        return kept;
    }

    /** A box that can afford no second step is made for one. */
    private long size() {
        long stride = stride();
        return affordable < 2 * stride ? SMALLEST_BOX : Math.min(affordable, MOST_STEPS_A_BOX * stride + SMALLEST_BOX);
    }

    /** How far the last step went, in one coordinate. */
    private long stride() {
        long largest = 0;
        for (int i = 0; i < point.length; i++) {
            largest = Math.max(largest, Math.abs(point[i] - before[i]));
        }
        return largest;
    }

    /** Where it is: every moving parameter as far around its middle as the tube's radius. */
    Reached reached() {
        long ofVelocity = momentum.map(m -> m.unscaled(error)).orElse(0L);
        return new Reached(balls.mixed(new State<>(widened(), memory(widened(velocity, ofVelocity)), done)), precision);
    }
}
