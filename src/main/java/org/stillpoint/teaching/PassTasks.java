package org.stillpoint.teaching;

import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.teaching.paper.Text;

/** Plain backpropagation by hand: a step of a small network, there and back. */
final class PassTasks {

    private PassTasks() {
    }

    /** One sample through ReLUs. */
    static Optional<Exercise> oneSample(Numbers numbers) {
        return step(numbers, Activation.RELU, Loss.SQUARED, 1);
    }

    /** The mean over a batch of two. */
    static Optional<Exercise> batch(Numbers numbers) {
        return step(numbers, Activation.RELU, Loss.HINGE, 2);
    }

    /** Units whose slope is -1 below 0. */
    static Optional<Exercise> absolute(Numbers numbers) {
        return step(numbers, Activation.ABS, Loss.SQUARED, 1);
    }

    private static Optional<Exercise> step(Numbers numbers, Activation activation, Loss loss, int samples) {
        Network start = Network.of(numbers.layer(2, 2, true, activation), numbers.layer(1, 2, true, Activation.IDENTITY));
        return Steps.drawn("", new Given(start, numbers.labelled(samples, 2), numbers.settings(loss, 1, samples)),
                seen -> List.of(new Finding(Text.of("Each gradient of a weight is the error of the unit it goes into times "
                        + "the activation it comes from, averaged over the batch."))),
                seen -> !seen.weightsStill(1) && !seen.weightsStill(2));
    }

    /** Two hidden layers. */
    static Optional<Exercise> deep(Numbers numbers) {
        Network start = Network.of(numbers.layer(2, 1, false, Activation.RELU), numbers.layer(2, 2, false, Activation.RELU),
                numbers.layer(1, 2, false, Activation.IDENTITY));
        DataSet data = numbers.data(1, () -> numbers.input(1), () -> Vector.of(numbers.label()));
        return Steps.drawn("", new Given(start, data, numbers.settings(Loss.HINGE, 1, 1)), seen -> List.of(new Finding(Text.of(
                "The error of a unit is the sum of the errors above it, each times its weight, times the slope at $z$."))),
                seen -> !seen.weightsStill(1) && !seen.weightsStill(2));
    }

    /** A forgotten slope is a common mistake: here it shows. */
    static Optional<Exercise> oneInactive(Numbers numbers) {
        Network start = Network.of(numbers.layer(2, 1, true, Activation.RELU), numbers.layer(1, 2, true, Activation.IDENTITY));
        return Steps.drawn("One hidden unit is active on the sample, the other is not.",
                new Given(start, numbers.labelled(1, 1), numbers.settings(Loss.SQUARED, 1, 1)), seen -> {
                    List<Vector> z = seen.trace().steps().get(0).samples().get(0).preactivations();
                    int inactive = z.get(0).get(0).signum() < 0 ? 1 : 2;
                    return List.of(Finding.that("Hidden unit " + inactive + " is not active: its slope is 0, so nothing that "
                            + "comes into it changes, and neither does its outgoing weight.", seen.unitStill(1, inactive)));
                }, seen -> {
                    List<Vector> z = seen.trace().steps().get(0).samples().get(0).preactivations();
                    return z.get(0).get(0).signum() * z.get(0).get(1).signum() < 0 && !seen.weightsStill(1);
                });
    }
}
