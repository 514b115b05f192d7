package org.stillpoint.properties.kink;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.properties.Claim;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;

/**
 * Networks of two to four hidden layers, each of one unit of ReLU, without biases, under the squared loss. In the first the
 * second weight is negative, so that the output is 0 around the point; in the second the inputs 1 and -1 have the targets 1 and
 * -1, so that the loss is a polynomial around the point. In both the first weight is 0 and the unit behind it at its kink.
 */
@StatisticsReport(onFailureOnly = true)
class NoValueForDeepNetworksProperties {

    private static final LossDerivative SQUARED =
            (output, target) -> new BigFraction[] {output[0].subtract(target[0])};
    private static final DataSet ONE = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1")));
    private static final DataSet OPPOSITE =
            new DataSet(List.of(Vector.of("1"), Vector.of("-1")), List.of(Vector.of("1"), Vector.of("-1")));

    /** Moves of less than 1 leave the signs of all weights but the first. */
    @Claim("KINK-2")
    @Property
    void forEveryValueBackpropagationMissesADerivativeByTheFirstWeight(@ForAll("numbers") BigFraction kappa,
            @ForAll("depths") int hidden, @ForAll("moves") List<BigFraction> moves) {
        List<BigFraction> silent = weights(hidden, BigFraction.MINUS_ONE);
        List<BigFraction> odd = weights(hidden, BigFraction.ONE);
        BigFraction inSilent = byTheFirstWeight(silent, ONE, kappa);
        BigFraction inOdd = byTheFirstWeight(odd, OPPOSITE, kappa);
        Coverage.require("kappa 0", kappa.signum() == 0);
        Coverage.require("kappa 1/2", kappa.equals(BigFraction.ONE_HALF));
        Coverage.require("three hidden layers or more", hidden > 2);
        Coverage.require("the first weight moves down", moves.get(0).signum() < 0);

        assertThat(loss(moved(silent, moves), ONE)).isEqualTo(BigFraction.ONE_HALF);
        assertThat(loss(moved(odd, moves), OPPOSITE)).isEqualTo(polynomial(moved(odd, moves)));
        assertThat(inSilent).isEqualTo(kappa.pow(hidden));
        assertThat(inOdd).isEqualTo(kappa.pow(hidden).negate());
        assertThat(inSilent.signum() == 0 && inOdd.equals(BigFraction.ONE_HALF.negate())).isFalse();
    }

    /** 0, then 1 or -1, then 1 for each further layer, the output layer among them. */
    private static List<BigFraction> weights(int hidden, BigFraction second) {
        List<BigFraction> weights = new ArrayList<>(List.of(BigFraction.ZERO, second));
        IntStream.range(1, hidden).forEach(l -> weights.add(BigFraction.ONE));
        return weights;
    }

    private static List<BigFraction> moved(List<BigFraction> weights, List<BigFraction> moves) {
        return IntStream.range(0, weights.size()).mapToObj(i -> weights.get(i).add(moves.get(i))).toList();
    }

    /** (p - 1)^2 / 4 + 1 / 4 for the product p of the weights; its derivative by the first weight is -1/2 at the point. */
    private static BigFraction polynomial(List<BigFraction> weights) {
        BigFraction product = weights.stream().reduce(BigFraction.ONE, BigFraction::multiply);
        return product.subtract(1).pow(2).add(1).divide(4);
    }

    private static BigFraction loss(List<BigFraction> weights, DataSet data) {
        return Evaluation.meanLoss(network(weights), data, Loss.SQUARED);
    }

    private static BigFraction byTheFirstWeight(List<BigFraction> weights, DataSet data, BigFraction kappa) {
        return Gradients.mean(network(weights), data, SQUARED, kappa).parameters().get(0);
    }

    private static Network network(List<BigFraction> weights) {
        int last = weights.size() - 1;
        return new Network(IntStream.rangeClosed(0, last).mapToObj(l -> new Layer(Matrix.of(Vector.of(weights.get(l))),
                Optional.empty(), l < last ? Activation.RELU : Activation.IDENTITY)).toList());
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Arbitraries.oneOf(Rationals.any(), Arbitraries.of(BigFraction.ZERO, BigFraction.ONE_HALF, BigFraction.ONE));
    }

    @Provide
    Arbitrary<Integer> depths() {
        return Arbitraries.integers().between(2, 4);
    }

    @Provide
    Arbitrary<List<BigFraction>> moves() {
        return Arbitraries.integers().between(-9, 9).map(tenths -> new BigFraction(tenths, 10)).list().ofSize(5);
    }
}
