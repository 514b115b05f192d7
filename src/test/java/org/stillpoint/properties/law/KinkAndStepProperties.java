package org.stillpoint.properties.law;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.SmoothRun;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.properties.Claim;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;

/** What backpropagation returns at a kink, and what a step does to the loss. */
@StatisticsReport(onFailureOnly = true)
class KinkAndStepProperties {

    private static final LossDerivative OUTPUT_ITSELF = (output, target) -> new BigFraction[] {BigFraction.ONE};
    private static final DataSet ONE = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("0")));

    /** relu(w) - relu(-w) is w, so its derivative at 0 is 1; relu(-relu(w)) is 0, and so is its derivative. */
    @Claim(value = "LAW-2", shows = REFUTES)
    @Property
    void forEveryKappaBackpropagationMissesADerivativeThatExists(@ForAll("numbers") BigFraction kappa,
            @ForAll("distances") BigFraction h) {
        BigFraction ofDifference = alongW(difference(BigFraction.ZERO), kappa, 2);
        BigFraction ofNested = alongW(nested(BigFraction.ZERO), kappa, 1);
        Coverage.require("kappa 1/2", kappa.equals(BigFraction.ONE_HALF));
        Coverage.require("kappa 0", kappa.signum() == 0);

        assertThat(output(difference(h)).divide(h)).isEqualTo(BigFraction.ONE);
        assertThat(output(nested(h))).isEqualTo(BigFraction.ZERO);
        assertThat(ofDifference).isEqualTo(kappa.multiply(2));
        assertThat(ofNested).isEqualTo(kappa.multiply(kappa).negate());
        assertThat(ofDifference.equals(BigFraction.ONE) && ofNested.signum() == 0).isFalse();
    }

    private static Network difference(BigFraction w) {
        return Network.of(
                new Layer(Matrix.of(Vector.of(w), Vector.of(w.negate())), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("1", "-1")), Optional.empty(), Activation.IDENTITY));
    }

    private static Network nested(BigFraction w) {
        return Network.of(
                new Layer(Matrix.of(Vector.of(w)), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("-1")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.IDENTITY));
    }

    private static BigFraction output(Network network) {
        return Evaluation.output(network, Vector.of("1")).get(0);
    }

    /**
     * What backpropagation takes for the derivative of the output by w, which is the weight of the first unit and minus that of
     * the second.
     */
    private static BigFraction alongW(Network network, BigFraction kappa, int units) {
        Matrix gradient = Gradients.mean(network, ONE, OUTPUT_ITSELF, kappa).layers().get(0).weights();
        BigFraction along = gradient.get(0, 0);
        return units == 1 ? along : along.subtract(gradient.get(1, 0));
    }

    @Claim(value = "LAW-9", of = "remark")
    @Property
    void offTheKinksAStepThatIsShortEnoughDecreasesTheLoss(@ForAll("smoothPoints") SmoothRun sample) {
        TrainingRun run = sample.run().plain();
        BigFraction before = loss(run, run.network());
        boolean moves = run.gradient().parameters().stream().anyMatch(entry -> entry.signum() != 0);
        Coverage.require("a gradient other than zero", moves);
        Coverage.require("a step of 1 that does not decrease the loss",
                moves && loss(run, after(run, BigFraction.ONE)).compareTo(before) >= 0);

        BigFraction rate = BigFraction.ONE;
        while (moves && loss(run, after(run, rate)).compareTo(before) >= 0) {
            rate = rate.equals(BigFraction.ONE) ? BigFraction.ONE_HALF : rate.multiply(rate);
            assertThat(rate).isGreaterThan(new BigFraction(1, 2).pow(5000));
        }
        assertThat(moves && loss(run, after(run, rate)).compareTo(before) >= 0).isFalse();
    }

    private static Network after(TrainingRun run, BigFraction rate) {
        return run.withSettings(run.settings().withLearningRate(rate)).trained(1);
    }

    private static BigFraction loss(TrainingRun run, Network network) {
        return Evaluation.meanLoss(network, run.data(), run.settings().loss());
    }

    @Provide
    Arbitrary<SmoothRun> smoothPoints() {
        return SmoothRun.piecewisePolynomial();
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(BigFraction.ONE_HALF)), Tuple.of(4, Rationals.any()));
    }

    @Provide
    Arbitrary<BigFraction> distances() {
        return Rationals.nonZero();
    }
}
