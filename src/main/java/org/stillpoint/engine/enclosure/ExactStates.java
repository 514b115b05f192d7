package org.stillpoint.engine.enclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Settings;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.fast.FastEngine;
import org.stillpoint.engine.fast.Shortcuts;

/**
 * Exact states on the way of a training, from the engine on integers; none where it does not apply, or its numbers get too long.
 */
final class ExactStates {

    /** The longest numerator or denominator, in bits. */
    static final int LONGEST = 200_000;

    private final Problem problem;
    private final Numbers<Mixed> numbers;
    private final Map<Integer, Optional<State<Mixed>>> known = new HashMap<>();
    private Course course;
    private int done;

    ExactStates(Problem problem) {
        this.problem = problem;
        this.numbers = new Numbers<>(new MixedField(Precision.of(Certainty.MIN_PRECISION)));
    }

    /** After this many steps. */
    Optional<State<Mixed>> after(int steps) {
        if (!known.containsKey(steps)) {
            known.put(steps, find(steps));
        }
        return known.get(steps);
    }

    /** How many samples are right after this many steps. */
    OptionalInt right(int steps, AccuracyRule rule) {
        return applies() && reach(steps) ? OptionalInt.of(course.right(rule)) : OptionalInt.empty();
    }

    private boolean applies() {
        return problem.settings().loss().isRational() && problem.optimiser().isEmpty() && problem.masks() == Masks.NONE
                && FastEngine.supports(problem.start());
    }

    private Optional<State<Mixed>> find(int steps) {
        if (steps == 0) {
            return Optional.of(numbers.start(problem));
        }
        if (!applies() || !reach(steps - 1)) {
            return Optional.empty();
        }
        Values<Mixed> before = numbers.of(course.network());
        if (!reach(steps)) {
            return Optional.empty();
        }
        Values<Mixed> now = numbers.of(course.network());
        if (!problem.remembersVelocity()) {
            return Optional.of(new State<>(now, List.of(), steps));
        }
        BigFraction rate = problem.descent().rate();
        return rate.signum() == 0 ? Optional.empty()
                : Optional.of(new State<>(now, List.of(velocity(before, now, rate)), steps));
    }

    /** {@code v = (theta_before - theta) / eta}. */
    private static Values<Mixed> velocity(Values<Mixed> before, Values<Mixed> now, BigFraction rate) {
        return new Values<>(velocity(before.weights(), now.weights(), rate), velocity(before.biases(), now.biases(), rate));
    }

    private static Mixed[][] velocity(Mixed[][] before, Mixed[][] now, BigFraction rate) {
        Mixed[][] velocity = new Mixed[now.length][];
        for (int l = 0; l < now.length; l++) {
            velocity[l] = new Mixed[now[l].length];
            for (int k = 0; k < now[l].length; k++) {
                velocity[l][k] = Mixed.of(before[l][k].exact().subtract(now[l][k].exact()).divide(rate));
            }
        }
        return velocity;
    }

    /** Whether the course is there now: its numbers are not too long on the way. */
    private boolean reach(int steps) {
        if (course == null || done > steps) {
            course = start();
            done = 0;
        }
        while (done < steps) {
            if (isTooLong()) {
                return false;
            }
            course.step();
            done++;
        }
        return !isTooLong();
    }

    private boolean isTooLong() {
        return course.atMost() > LONGEST && course.exact() > LONGEST;
    }

    private Course start() {
        Settings settings = problem.settings().withLearningRate(problem.descent().rate())
                .withMomentum(problem.descent().momentum()).withWeightDecay(problem.descent().decay());
        return problem.velocity().isPresent()
                ? FastEngine.start(problem.start(), problem.velocity().get(), problem.data(), settings)
                : FastEngine.start(problem.start(), problem.data(), settings, Shortcuts.ALL);
    }
}
