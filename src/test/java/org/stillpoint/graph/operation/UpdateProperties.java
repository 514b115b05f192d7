package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** What the parts of optimisers do to each entry. */
@StatisticsReport(onFailureOnly = true)
class UpdateProperties {

    private static final BigFraction ONE = BigFraction.ONE;

    @Property
    void stepsAndMeansAreEntryByEntryWhatTheirFormulasSay(@ForAll long seed) {
        Random random = new Random(seed);
        Tensor x = Draws.tensor(random, Draws.shape(random));
        Tensor y = Draws.tensor(random, x.shape());
        BigFraction z = Draws.number(random);
        BigFraction share = new BigFraction(random.nextInt(4), 4);

        for (int place = 0; place < x.entries().size(); place++) {
            BigFraction a = x.entry(place);
            BigFraction b = y.entry(place);
            assertThat(entry(Updates.descent(), x, y, z, place).add(z.multiply(b))).isEqualTo(a);
            assertThat(entry(Updates.advance(), x, y, z, place).subtract(a)).isEqualTo(z.multiply(b));
            assertThat(entry(Updates.runningMean(share), x, y, z, place).subtract(b)).isEqualTo(share.multiply(a.subtract(b)));
            assertThat(entry(Updates.unbiased(), x, Tensor.ofValue(share), z, place).multiply(ONE.subtract(share))).isEqualTo(a);
            assertThat(entry(Updates.rootQuotient(ONE), x, y.zip(y, BigFraction::multiply), z, place)
                    .multiply(b.abs().add(ONE))).isEqualTo(a);
        }
    }

    @Property
    void clippingMovesAnEntryOnlyWhereItIsBeyondTheBoundAndThenToIt(@ForAll long seed) {
        Random random = new Random(seed);
        Tensor x = Draws.tensor(random, Draws.shape(random));
        Tensor clipped = Tensor.ofValue(Updates.clip(BigFraction.TWO).apply(x.value(), ONE, ONE));

        Coverage.require("clipped", !clipped.equals(x));
        Coverage.require("not clipped", clipped.equals(x));
        IntStream.range(0, x.entries().size()).forEach(place -> assertThat(clipped.entry(place)).isEqualTo(
                x.entry(place).compareTo(BigFraction.TWO) > 0 ? BigFraction.TWO
                        : x.entry(place).compareTo(new BigFraction(-2)) < 0 ? new BigFraction(-2) : x.entry(place)));
    }

    /** The tensor is (3, 4) times a number, so that its norm is 5 times that. */
    @Property
    void aNormThatIsLongerThanTheBoundIsMadeAsLongAsItAndTheDirectionStays(@ForAll long seed) {
        BigFraction factor = Draws.number(new Random(seed));
        Tensor x = Tensor.of(Shape.of(2), factor.multiply(3), factor.multiply(4));
        BigFraction square = x.innerProduct(x);
        Tensor clipped = (Tensor) Updates.normClip(BigFraction.TWO).apply(x, square, x);
        boolean longer = square.compareTo(new BigFraction(4)) > 0;

        Coverage.require("longer", longer);
        Coverage.require("not longer", !longer);
        assertThat(clipped.innerProduct(clipped)).isEqualTo(longer ? new BigFraction(4) : square);
        assertThat(clipped.innerProduct(x).signum()).isEqualTo(square.signum());
        assertThat(clipped.times(square)).isEqualTo(x.times(clipped.innerProduct(x)));
    }

    private static BigFraction entry(Operation operation, Tensor x, Tensor y, BigFraction z, int place) {
        return Tensor.ofValue(operation.apply(x.value(), y.value(), z)).entry(place);
    }
}
