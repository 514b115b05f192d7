package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.ParameterSpace;

/**
 * A network off every kink of its loss over the data, and a direction in its parameter space.
 *
 * @param direction of the network's shape
 */
public record SmoothRun(TrainingRun run, Network direction) implements Sample {

    /** Any activations. */
    public static Arbitrary<SmoothRun> any() {
        return of(Shape.withEveryActivation());
    }

    /** Activations whose pieces are linear, so that the loss is piecewise a polynomial along every line. */
    public static Arbitrary<SmoothRun> piecewisePolynomial() {
        return of(Shape.withPiecewiseLinearActivations());
    }

    private static Arbitrary<SmoothRun> of(Arbitrary<Shape> shapes) {
        return shapes.flatMap(shape -> Combinators.combine(
                        Budget.within(Combinators.combine(
                                        Networks.any(shape),
                                        DataSets.withTargetsOtherThanZero(shape.inputs(), shape.outputs()),
                                        TrainingSettings.any())
                                .as((network, data, settings) ->
                                        new TrainingRun(network, data, settings, settings.loss().rational()))),
                        Networks.any(shape)).as(SmoothRun::new))
                .filter(100_000, sample -> !sample.sidesAt(BigFraction.ZERO).contains(0));
    }

    /** The network this far along the direction. */
    public Network at(BigFraction distance) {
        return ParameterSpace.addScaled(run.network(), distance, direction);
    }

    /**
     * On which side of every kink the loss is, this far along the direction: of each kink of each activation, and of where the
     * loss has its own, for each sample; 0 at the kink itself.
     */
    public List<Integer> sidesAt(BigFraction distance) {
        Network network = at(distance);
        List<List<Vector>> preactivations = run.withNetwork(network).preactivations();
        List<Integer> sides = new ArrayList<>();
        for (int i = 0; i < preactivations.size(); i++) {
            List<Vector> z = preactivations.get(i);
            for (int l = 0; l < z.size(); l++) {
                for (BigFraction kink : Kinks.of(network.layers().get(l).activation())) {
                    z.get(l).entries().forEach(entry -> sides.add(entry.compareTo(kink)));
                }
            }
            Vector output = z.get(z.size() - 1);
            for (int j = 0; j < output.size(); j++) {
                sides.add(Kinks.side(run.settings().loss(), output.get(j), run.data().targets().get(i).get(j)));
            }
        }
        return sides;
    }
}
