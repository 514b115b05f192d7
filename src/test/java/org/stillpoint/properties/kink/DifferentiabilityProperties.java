package org.stillpoint.properties.kink;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.KinkPoint;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;
import org.stillpoint.kink.AtKinks;
import org.stillpoint.kink.Direction;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Entries;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;

/** Where the loss of a network of one hidden layer of ReLU is differentiable. */
@StatisticsReport(onFailureOnly = true)
class DifferentiabilityProperties {

    @Claim("KINK-3")
    @Property(tries = 500)
    void theLossIsDifferentiableJustWhereTheErrorsIntoEachUnitAtItsKinkCancel(@ForAll("points") KinkPoint point,
            @ForAll("numbers") BigFraction kappa) {
        Coverage.require("errors that cancel", errorsCancel(point) && unitsAtKinks(point) > 0);
        Coverage.require("errors that do not", !errorsCancel(point));
        Coverage.require("several outputs", point.network().outputs() > 1);

        requireTheDerivativeOrAKink(point, kappa);
    }

    @Claim(value = "KINK-3", of = "case")
    @Property(tries = 3_000, generation = GenerationMode.EXHAUSTIVE)
    void ofOneUnitOnTwoSamplesThatIsSoForAllNumbersFromMinusOneToOne(@ForAll("allOfOneUnit") KinkPoint point) {
        requireTheDerivativeOrAKink(point, BigFraction.ONE);
    }

    private static void requireTheDerivativeOrAKink(KinkPoint point, BigFraction kappa) {
        if (errorsCancel(point)) {
            List<BigFraction> gradient = Gradients.mean(point.network(), point.data(), point.loss(), kappa).parameters();
            BigFraction along = Entries.dot(gradient, point.direction());
            assertThat(point.rightDerivative(point.direction())).isEqualTo(along);
            assertThat(point.leftDerivative(point.direction())).isEqualTo(along);
            assertThat(IntStream.range(0, gradient.size()).mapToObj(i -> point.rightDerivative(point.unit(i))).toList())
                    .isEqualTo(gradient);
        } else {
            Optional<Direction> against = AtKinks.of(point.network(), point.data(), point.loss(), KinkDerivatives.all(kappa))
                    .differentiability().against();
            assertThat(against).isPresent();
            assertThat(point.rightDerivative(against.orElseThrow().entries()))
                    .isNotEqualTo(point.leftDerivative(against.orElseThrow().entries()));
        }
    }

    /** For each unit and each sample at which it is at its kink, over all samples with the same input. */
    private static boolean errorsCancel(KinkPoint point) {
        List<Vector> inputs = point.data().inputs();
        return IntStream.range(0, units(point)).allMatch(j -> IntStream.range(0, inputs.size())
                .filter(i -> preactivation(point, j, i).signum() == 0)
                .allMatch(i -> IntStream.range(0, inputs.size()).filter(other -> inputs.get(other).equals(inputs.get(i)))
                        .mapToObj(other -> error(point, j, other)).reduce(BigFraction.ZERO, BigFraction::add).signum() == 0));
    }

    private static long unitsAtKinks(KinkPoint point) {
        return IntStream.range(0, units(point)).filter(j -> IntStream.range(0, point.data().size())
                .anyMatch(i -> preactivation(point, j, i).signum() == 0)).count();
    }

    private static int units(KinkPoint point) {
        return point.network().layers().get(0).units();
    }

    private static BigFraction preactivation(KinkPoint point, int j, int i) {
        Layer hidden = point.network().layers().get(0);
        return Entries.dot(hidden.weights().row(j).entries(), point.data().inputs().get(i).entries())
                .add(hidden.bias().orElseThrow().get(j));
    }

    private static BigFraction error(KinkPoint point, int j, int i) {
        BigFraction[] output =
                Evaluation.output(point.network(), point.data().inputs().get(i)).entries().toArray(BigFraction[]::new);
        BigFraction[] target = point.data().targets().get(i).entries().toArray(BigFraction[]::new);
        return Entries.dot(point.network().layers().get(1).weights().column(j).entries(),
                List.of(point.loss().at(output, target)));
    }

    @Provide
    Arbitrary<KinkPoint> points() {
        return KinkPoint.oneHiddenLayerWithBiases();
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.small();
    }

    /** Without an output bias, under the squared loss. */
    @Provide
    Arbitrary<KinkPoint> allOfOneUnit() {
        Arbitrary<BigFraction> number = Arbitraries.of(BigFraction.MINUS_ONE, BigFraction.ZERO, BigFraction.ONE);
        return Combinators.combine(number.list().ofSize(3), number.list().ofSize(2), number.list().ofSize(2))
                .as(DifferentiabilityProperties::ofOneUnit);
    }

    private static KinkPoint ofOneUnit(List<BigFraction> parameters, List<BigFraction> inputs, List<BigFraction> targets) {
        Network network = Network.of(
                new Layer(Matrix.of(Vector.of(parameters.get(0))), Optional.of(Vector.of(parameters.get(1))), Activation.RELU),
                new Layer(Matrix.of(Vector.of(parameters.get(2))), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(ofOneEach(inputs), ofOneEach(targets));
        return new KinkPoint(network, data, RationalLoss.SQUARED,
                List.of(BigFraction.ONE, BigFraction.TWO, BigFraction.MINUS_ONE));
    }

    private static List<Vector> ofOneEach(List<BigFraction> numbers) {
        return numbers.stream().map(number -> Vector.of(number)).toList();
    }
}
