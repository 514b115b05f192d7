package org.stillpoint.engine.enclosure.tube;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.engine.enclosure.BallField;
import org.stillpoint.engine.enclosure.Numbers;
import org.stillpoint.engine.enclosure.Problem;
import org.stillpoint.engine.enclosure.Steps;
import org.stillpoint.engine.enclosure.UndecidedSide;
import org.stillpoint.engine.enclosure.Values;

/**
 * By the mean value theorem the gradients at two points of a box, on the same sides of all kinks, differ by what the second
 * derivatives in the box do to the way from the one to the other.
 */
class HessianBoxTest {

    private static final Precision PRECISION = Precision.of(160);
    private static final int TRAININGS = 600;

    /** Ways of up to a hundredth, and so short ones that the box is a point but for its rounding. */
    private static final int[] SIZES = {100, 1 << 20};

    @Test
    void gradientsInABoxDifferByItsSecondDerivatives() {
        int held = 0;
        for (int i = 0; i < TRAININGS; i++) {
            Optional<Boolean> holds = holds(i, 0);
            assertThat(holds.orElse(true)).as("training " + i).isTrue();
            held += holds.isPresent() ? 1 : 0;
        }
        assertThat(held).isGreaterThan(TRAININGS / 2);
    }

    @Test
    void aSecondDerivativeThatIsAThousandthOffIsNoticed() {
        int noticed = 0;
        for (int i = 0; i < TRAININGS; i++) {
            noticed += holds(i, Intervals.ONE / 1000).orElse(true) ? 0 : 1;
        }
        assertThat(noticed).isGreaterThan(TRAININGS / 5);
    }

    /** @param off added to each second derivative; empty if the two points are on different sides */
    private static Optional<Boolean> holds(int seed, long off) {
        SmallTraining draw = new SmallTraining(seed);
        Problem problem = draw.problem(1, BigFraction.ONE);
        Layout layout = new Layout(problem);
        int size = SIZES[seed % SIZES.length];
        long rho = Intervals.ONE / size + 2;
        Steps<Ball> steps = new Steps<>(problem, new BallField(PRECISION));
        Values<Ball> start = new Numbers<>(new BallField(PRECISION)).of(problem.start());
        Ball[] from = layout.row(start, new Ball[layout.size()]);
        Ball[] to = new Ball[from.length];
        BigFraction[] way = new BigFraction[from.length];
        Intervals box = new Intervals(from.length);
        for (int p = 0; p < from.length; p++) {
            way[p] = new BigFraction(draw.below(201) - 100, 100 * size);
            to[p] = PRECISION.add(from[p], PRECISION.ball(way[p]));
            box.set(p, from[p], PRECISION);
            box.set(p, box.mid(p), box.rad(p) + rho);
        }
        Pattern here = new Pattern(problem, 0);
        Pattern there = new Pattern(problem, 0);
        Ball[] before;
        Ball[] after;
        try {
            before = layout.row(steps.gradientSum(start, 0, here), new Ball[from.length]);
            after = layout.row(steps.gradientSum(layout.values(to, start), 0, there), new Ball[from.length]);
        } catch (UndecidedSide e) {
            return Optional.empty();
        }
        return here.equals(there) ? Optional.of(holds(before, after, way, matrix(problem, layout, box, here, off)))
                : Optional.empty();
    }

    private static Intervals matrix(Problem problem, Layout layout, Intervals box, Pattern pattern, long off) {
        Intervals matrix = new Intervals(layout.size() * layout.size());
        HessianBox hessian = new HessianBox(problem, layout);
        for (int i = 0; i < problem.samples(); i++) {
            hessian.add(box, i, pattern, matrix);
        }
        for (int at = 0; at < matrix.length(); at++) {
            matrix.set(at, matrix.mid(at) + off, matrix.rad(at));
        }
        return matrix;
    }

    private static boolean holds(Ball[] before, Ball[] after, BigFraction[] way, Intervals matrix) {
        for (int i = 0; i < way.length; i++) {
            BigFraction middle = BigFraction.ZERO;
            BigFraction reach = BigFraction.ZERO;
            for (int j = 0; j < way.length; j++) {
                int at = Math.min(i, j) * way.length + Math.max(i, j);
                middle = middle.add(units(matrix.mid(at)).multiply(way[j]));
                reach = reach.add(units(matrix.rad(at)).multiply(way[j].abs()));
            }
            Ball difference = PRECISION.subtract(after[i], before[i]);
            if (PRECISION.low(difference).subtract(middle).compareTo(reach) > 0
                    || middle.subtract(PRECISION.high(difference)).compareTo(reach) > 0) {
                return false;
            }
        }
        return true;
    }

    private static BigFraction units(long number) {
        return new BigFraction(BigInteger.valueOf(number), BigInteger.valueOf(Intervals.ONE));
    }
}
