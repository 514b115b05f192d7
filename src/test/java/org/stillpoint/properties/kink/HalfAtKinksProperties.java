package org.stillpoint.properties.kink;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.ExactDerivative;
import org.stillpoint.arbitraries.KinkLine;
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
import org.stillpoint.properties.Entries;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;

/** What backpropagation through one hidden layer of ReLU gives at kinks, with 1/2 for the derivative at 0 and with others. */
@StatisticsReport(onFailureOnly = true)
class HalfAtKinksProperties {

    /** Of the inner product of output and target. */
    private static final LossDerivative TARGET = (output, target) -> target;
    private static final LossDerivative SQUARED = (output, target) -> {
        BigFraction[] g = new BigFraction[output.length];
        for (int j = 0; j < g.length; j++) {
            g[j] = output[j].subtract(target[j]);
        }
        return g;
    };

    @Claim("KINK-1")
    @Property
    void alongEveryDirectionItIsTheMeanOfTheDerivativesFromBothSides(@ForAll("lines") KinkLine line) {
        BigFraction right = line.fromTheRight();
        BigFraction left = line.fromTheLeft();
        Coverage.ofData(line.data());
        Coverage.ofWidths(line.network());
        Coverage.require("no derivative", !right.equals(left));
        Coverage.require("a derivative where a unit leaves its kink", right.equals(left) && line.leavesAKink());

        assertThat(along(line, TARGET, BigFraction.ONE_HALF).multiply(2)).isEqualTo(right.add(left));
    }

    @Claim("KINK-1")
    @Property
    void soItIsForTheSquaredLoss(@ForAll("lines") KinkLine line) {
        Network back = new KinkLine(line.direction(), line.direction(), line.data()).at(new BigFraction(-2));
        BigFraction right = ExactDerivative.ahead(line.network(), line.direction(), line.data(), Loss.SQUARED);
        BigFraction left = ExactDerivative.ahead(line.network(), back, line.data(), Loss.SQUARED).negate();
        Coverage.require("no derivative", !right.equals(left));
        Coverage.require("a derivative where a unit leaves its kink", right.equals(left) && line.leavesAKink());

        assertThat(along(line, SQUARED, BigFraction.ONE_HALF).multiply(2)).isEqualTo(right.add(left));
    }

    @Claim(value = "KINK-1", of = "remark")
    @Property
    void theErrorOfCentralDifferencesGoesDownInProportionToTheStep(@ForAll("lines") KinkLine line) {
        BigFraction gradient = along(line, TARGET, BigFraction.ONE_HALF);
        BigFraction step = line.step();
        BigFraction error = line.centralDifference(step).subtract(gradient);
        Coverage.require("an error", error.signum() != 0);
        Coverage.require("no derivative", !line.fromTheRight().equals(line.fromTheLeft()));

        assertThat(line.centralDifference(step.divide(2)).subtract(gradient).multiply(2)).isEqualTo(error);
    }

    /** relu(w) - relu(-w) is w. */
    @Claim(value = "KINK-1", of = "remark")
    @Property
    void noOtherValueIsRightWithoutBiases(@ForAll("numbers") BigFraction kappa, @ForAll("distances") BigFraction w) {
        DataSet one = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1")));
        List<BigFraction> gradient = Gradients.mean(difference(BigFraction.ZERO), one, TARGET, kappa).parameters();
        boolean half = kappa.equals(BigFraction.ONE_HALF);
        Coverage.require("below 1/2", kappa.compareTo(BigFraction.ONE_HALF) < 0);
        Coverage.require("above 1/2", kappa.compareTo(BigFraction.ONE_HALF) > 0);

        assertThat(Evaluation.output(difference(w), Vector.of("1")).get(0)).isEqualTo(w);
        assertThat(gradient.get(0).subtract(gradient.get(1)).equals(BigFraction.ONE)).isEqualTo(half);
    }

    private static Network difference(BigFraction w) {
        return Network.of(
                new Layer(Matrix.of(Vector.of(w), Vector.of(w.negate())), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("1", "-1")), Optional.empty(), Activation.IDENTITY));
    }

    private static BigFraction along(KinkLine line, LossDerivative loss, BigFraction kappa) {
        return Entries.dot(Gradients.mean(line.network(), line.data(), loss, kappa).parameters(), line.direction().parameters());
    }

    @Provide
    Arbitrary<KinkLine> lines() {
        return KinkLine.any();
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Rationals.any();
    }

    @Provide
    Arbitrary<BigFraction> distances() {
        return Rationals.nonZero();
    }
}
