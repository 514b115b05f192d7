package org.stillpoint.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        PiecewiseLinear lines = PiecewiseLinear.of(activation).orElseThrow();
        List<BigFraction> points = new ArrayList<>(lines.kinks());
        points.add(number);
        CoprimeBase base = CoprimeBase.of(Stream.of(points.stream().map(BigFraction::getDenominator).toList(),
                lines.denominators(), List.of(kappa.getDenominator())).flatMap(List::stream).toList());
        RowActivation sigma = new RowActivation(lines, KinkDerivatives.all(kappa).at(activation), base);

        for (BigFraction z : points) {
            assertThat(sigma.value(Row.of(base, z)).fraction(0)).isEqualTo(activation.rational().kernel().value(z));
            assertThat(sigma.derivative(Row.of(base, z)).fraction(0))
                    .isEqualTo(activation.rational().kernel().derivative(z, kappa));
        }
    }
}
