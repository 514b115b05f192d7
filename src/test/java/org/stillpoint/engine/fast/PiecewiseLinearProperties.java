package org.stillpoint.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/** The lines of an activation are the function of the kernel, kinks included. */
class PiecewiseLinearProperties {

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.any();
    }

    @Provide
    Arbitrary<Activation> activations() {
        return Arbitraries.of(BulkTrainings.fastActivations());
    }

    @Example
    void allButTheSmoothActivationsAreLines() {
        assertThat(BulkTrainings.fastActivations()).containsExactly(
                Activation.IDENTITY, Activation.RELU, Activation.LEAKY_RELU, Activation.ABS, Activation.HARD_TANH);
    }

    @Property
    void linesAreTheFunctionOfTheKernel(@ForAll("activations") Activation activation, @ForAll("numbers") BigFraction number,
                                        @ForAll("numbers") BigFraction kappa) {
        Lines lines = Lines.of(PiecewiseLinear.of(activation).orElseThrow(), KinkDerivatives.all(kappa).at(activation));
        List<BigFraction> points = new ArrayList<>(lines.kinks());
        points.add(number);

        for (BigFraction z : points) {
            Lines.Line line = lines.at().get(position(z, lines.kinks()));
            assertThat(line.slope().multiply(z).add(line.intercept())).isEqualTo(activation.rational().kernel().value(z));
            assertThat(line.derivative()).isEqualTo(activation.rational().kernel().derivative(z, kappa));
        }
    }

    private static int position(BigFraction z, List<BigFraction> kinks) {
        return kinks.stream().mapToInt(kink -> z.compareTo(kink) > 0 ? 2 : z.equals(kink) ? 1 : 0).sum();
    }
}
