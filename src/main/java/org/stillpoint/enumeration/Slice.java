package org.stillpoint.enumeration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Network;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Training;

/**
 * The trainings whose starts have their hidden layers in one range, taken epoch by epoch, all of them together. A state is a row
 * of ints: numerators, their common denominator, and how many units were different at the start.
 */
final class Slice {

    /** States that are kept before those that nobody stands at any more are forgotten. */
    private static final int MOST_STATES = 1 << 18;

    private final Problem problem;
    private final Options options;
    private final int denominator;
    private final GuardedTraining training;
    private final List<Ending> endings = new ArrayList<>();
    private final long[] state;
    private States states;
    private Crowd here = new Crowd();
    private Crowd next = new Crowd();

    Slice(Problem problem, Options options) {
        this.problem = problem;
        this.options = options;
        denominator = problem.parameters();
        training = new GuardedTraining(problem);
        state = new long[denominator + 1];
        states = new States(denominator + 2, false);
    }

    /** Trains every network whose hidden layer is at least from and less than to. */
    List<Ending> run(long from, long to) {
        start(from, to);
        int stepsOfAnEpoch = problem.settings().batches(problem.data().size());
        int left = problem.settings().steps();
        Epoch epoch = null;
        while (left > 0) {
            int steps = Math.min(stepsOfAnEpoch, left);
            boolean startsAfresh = epoch == null || steps < stepsOfAnEpoch || states.size() > MOST_STATES;
            if (startsAfresh || !epoch.leadsBack()) {
                States reached = startsAfresh ? new States(denominator + 2, options.merging()) : states;
                epoch = new Epoch(problem, options, steps, states, reached);
            }
            advance(epoch, left);
            states = epoch.reached();
            left -= steps;
        }
        for (int place = 0; place < here.size(); place++) {
            end(place);
        }
        return endings;
    }

    private void start(long from, long to) {
        BigInteger common = Scaled.commonDenominator(problem.values().stream());
        List<BigInteger> numerators = problem.values().stream().map(value -> Scaled.numerator(value, common)).toList();
        boolean fits = training.fits(common) && numerators.stream().allMatch(training::fits);
        int[] digits = fits ? numerators.stream().mapToInt(BigInteger::intValueExact).toArray() : new int[0];
        int[] packed = new int[denominator + 2];
        long[] filled = LongStream.generate(() -> -1).limit(problem.units()).toArray();
        new IndexedStarts(problem, options.quotient()).each(from, to, (units, outputBias, index, networks) -> {
            if (fits) {
                fill(packed, digits, units, filled, outputBias);
                packed[denominator] = common.intValueExact();
                packed[denominator + 1] = IndexedStarts.different(units);
                here.add(states.number(packed), networks, index);
            } else {
                trainByReference(problem.network(index), problem.settings().steps(), networks, index,
                        IndexedStarts.different(units));
            }
        });
    }

    private void fill(int[] packed, int[] digits, long[] units, long[] filled, int outputBias) {
        int row = problem.parametersOfAUnit();
        for (int j = 0; j < units.length; j++) {
            if (filled[j] != units[j]) {
                filled[j] = units[j];
                long rest = units[j];
                for (int k = row - 1; k >= 0; k--) {
                    packed[j * row + k] = digits[(int) (rest % digits.length)];
                    rest /= digits.length;
                }
            }
        }
        if (problem.bias()) {
            packed[denominator - 1] = digits[outputBias];
        }
    }

    /** Takes some steps from where the trainings stand. */
    private void advance(Epoch epoch, int left) {
        epoch.prepare(here);
        next.clear();
        for (int place = 0; place < here.size(); place++) {
            int reached = epoch.successor(here.state(place));
            if (reached < 0) {
                trainByReference(network(row(here.state(place))), left, here.networks(place), here.first(place),
                        states.get(here.state(place), denominator + 1));
            } else {
                next.add(reached, here.networks(place), here.first(place));
            }
        }
        Crowd old = here;
        here = next;
        next = old;
    }

    private int[] row(int state) {
        int[] row = new int[denominator + 2];
        for (int k = 0; k < row.length; k++) {
            row[k] = states.get(state, k);
        }
        return row;
    }

    /** The trainings at a place end there. */
    private void end(int place) {
        int[] end = row(here.state(place));
        for (int k = 0; k < state.length; k++) {
            state[k] = end[k];
        }
        endings.add(new Ending(here.networks(place), here.first(place), end[denominator + 1], differentUnits(end),
                training.correct(state), () -> network(end)));
    }

    private int differentUnits(int[] end) {
        int row = problem.parametersOfAUnit();
        int different = 0;
        for (int at = 0; at < problem.units() * row; at += row) {
            boolean seen = false;
            for (int other = 0; other < at && !seen; other += row) {
                seen = Arrays.equals(end, at, at + row, end, other, other + row);
            }
            different += seen ? 0 : 1;
        }
        return different;
    }

    private void trainByReference(Network reached, int steps, long networks, long first, int unitsAtStart) {
        Network end = Training.descend(reached, problem.data(), problem.settings().withSteps(steps),
                problem.settings().loss().rational());
        int units = UnitClasses.of(end).get(0).classes().size();
        int correct = Evaluation.right(end, problem.data(), AccuracyRule.SIGN);
        endings.add(new Ending(networks, first, unitsAtStart, units, correct, () -> end));
    }

    private Network network(int[] state) {
        return problem.network(Arrays.stream(state, 0, denominator)
                .mapToObj(number -> new BigFraction(number, state[denominator])).toList());
    }
}
