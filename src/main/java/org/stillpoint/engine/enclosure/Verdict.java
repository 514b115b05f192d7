package org.stillpoint.engine.enclosure;

import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.SmoothActivation;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Sign;

/** What a network says of the data: its mean loss, and which samples are right. */
final class Verdict {

    private final Problem problem;
    private final MixedField field;
    private final Steps<Mixed> steps;
    private final Pass<Mixed> pass;

    Verdict(Problem problem, Precision precision) {
        this.problem = problem;
        this.field = new MixedField(precision);
        this.steps = new Steps<>(problem, field);
        this.pass = Pass.room(field, problem);
    }

    /** The way of one sample; overwritten by the next one. */
    Pass<Mixed> forward(Values<Mixed> parameters, int sample) {
        steps.backpropagation().forward(parameters, steps.input(sample), pass);
        return pass;
    }

    Mixed meanLoss(Values<Mixed> parameters) {
        return steps.meanLoss(parameters);
    }

    /** How many samples are right; empty if that cannot be told of one. */
    OptionalInt right(Values<Mixed> parameters, AccuracyRule rule) {
        int right = 0;
        for (int i = 0; i < problem.samples(); i++) {
            Pass<Mixed> there = forward(parameters, i);
            Optional<Boolean> known = isRight(last(there.activations()), last(there.preactivations()), steps.target(i), rule);
            if (known.isEmpty()) {
                return OptionalInt.empty();
            }
            right += known.get() ? 1 : 0;
        }
        return OptionalInt.of(right);
    }

    private static Mixed[] last(Mixed[][] layers) {
        return layers[layers.length - 1];
    }

    private Optional<Boolean> isRight(Mixed[] f, Mixed[] z, Mixed[] y, AccuracyRule rule) {
        return switch (rule) {
            case SIGN -> is(field.sign(f[0]), field.sign(y[0]));
            case THRESHOLD -> isAbove(field.sign(field.subtract(f[0], field.number(BigFraction.ONE_HALF))),
                    field.sign(y[0]) == Sign.POSITIVE);
            case ARGMAX -> isOnlyLargest(
                    problem.activation(problem.layers() - 1) == SmoothActivation.SOFTMAX ? z : f, y);
        };
    }

    private static Optional<Boolean> is(Sign sign, Sign expected) {
        return sign == Sign.UNKNOWN ? Optional.empty() : Optional.of(sign == expected);
    }

    private static Optional<Boolean> isAbove(Sign sign, boolean expected) {
        return sign == Sign.UNKNOWN ? Optional.empty() : Optional.of(sign == Sign.POSITIVE == expected);
    }

    /** Softmax does not change the order, so that it may be left out. */
    private Optional<Boolean> isOnlyLargest(Mixed[] f, Mixed[] y) {
        int hot = 0;
        while (field.sign(y[hot]) == Sign.ZERO) {
            hot++;
        }
        boolean known = true;
        for (int j = 0; j < f.length; j++) {
            Sign ahead = j == hot ? Sign.POSITIVE : field.sign(field.subtract(f[hot], f[j]));
            if (ahead == Sign.NEGATIVE || ahead == Sign.ZERO) {
                return Optional.of(false);
            }
            known &= ahead == Sign.POSITIVE;
        }
        return known ? Optional.of(true) : Optional.empty();
    }
}
