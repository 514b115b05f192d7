package org.stillpoint.kink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.ExactDerivative;
import org.stillpoint.arbitraries.KinkPoint;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.SmoothRun;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.kink.ParameterAtKinks.Is;

@StatisticsReport(onFailureOnly = true)
class AtKinksProperties {

    @Property
    void theRightDerivativeIsThatOfTheLossesOnAShortWayAlongTheDirection(@ForAll("points") KinkPoint point) {
        BigFraction right = OneSided.of(point.network(), point.data(), point.loss()).along(point.direction());

        assertThat(right).isEqualTo(point.rightDerivative(point.direction()));
    }

    @Property(tries = 600)
    void eachParameterHasItsLeftAndItsRightDerivative(@ForAll("points") KinkPoint point, @ForAll("numbers") BigFraction kappa) {
        List<ParameterAtKinks> parameters = atKinks(point, kappa).parameters();

        for (Is is : Is.values()) {
            Coverage.require(is.id(), parameters.stream().anyMatch(parameter -> parameter.is() == is));
        }
        assertThat(parameters).hasSameSizeAs(point.direction());
        for (int i = 0; i < parameters.size(); i++) {
            assertThat(parameters.get(i).right()).isEqualTo(point.rightDerivative(point.unit(i)));
            assertThat(parameters.get(i).left()).isEqualTo(point.leftDerivative(point.unit(i)));
            assertThat(parameters.get(i).atKink() || parameters.get(i).is() == Is.DERIVATIVE).isTrue();
        }
    }

    /** With activations that are not linear in pieces too. */
    @Property
    void offTheKinksTheGradientIsTheDerivativeByEachParameter(@ForAll("smoothPoints") SmoothRun sample) {
        TrainingRun run = sample.run();
        RationalLoss loss = run.settings().loss().rational();
        AtKinks found = AtKinks.of(run.network(), run.data(), loss, KinkDerivatives.all(run.settings().kappa()));

        assertThat(found.differentiability()).isEqualTo(Differentiability.yes());
        assertThat(found.parameters()).allMatch(parameter -> parameter.is() == Is.DERIVATIVE && !parameter.atKink());
        assertThat(found.parameters().stream().map(ParameterAtKinks::right).toList())
                .isEqualTo(ExactDerivative.gradient(run.network(), run.data(), loss));
    }

    @Property
    void whetherTheLossIsDifferentiableIsWhetherItsRightDerivativeIsLinear(@ForAll("points") KinkPoint point) {
        AtKinks found = atKinks(point, BigFraction.ZERO);
        Differentiability decided = found.differentiability();
        BigFraction added = added(found, point.direction());
        Coverage.require("differentiable", decided.answer().equals(Optional.of(true)));
        Coverage.require("not differentiable", decided.answer().equals(Optional.of(false)));

        if (decided.against().isPresent()) {
            Direction against = decided.against().get();
            assertThat(against.right()).isEqualTo(point.rightDerivative(against.entries()));
            assertThat(against.left()).isEqualTo(point.leftDerivative(against.entries()));
            assertThat(against.left().equals(against.right()) && against.right().equals(added(found, against.entries())))
                    .isFalse();
        } else {
            assertThat(point.rightDerivative(point.direction())).isEqualTo(added);
            assertThat(point.leftDerivative(point.direction())).isEqualTo(added);
        }
        assertThat(decided.answer().isEmpty()).isEqualTo(decided.tried() > 0);
        assertThat(decided.against().isPresent()).isEqualTo(decided.answer().equals(Optional.of(false)));
    }

    private static BigFraction added(AtKinks found, List<BigFraction> direction) {
        return IntStream.range(0, direction.size()).mapToObj(i -> found.parameters().get(i).right().multiply(direction.get(i)))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** Behind one hidden layer and before a loss without a kink there is no kink behind another. */
    @Property
    void oneHiddenLayerIsAlwaysDecided(@ForAll("oneHiddenLayer") KinkPoint point) {
        AtKinks found = atKinks(new KinkPoint(point.network(), point.data(), RationalLoss.SQUARED, point.direction()),
                BigFraction.ZERO);

        assertThat(found.differentiability().answer()).isPresent();
        found.units().ifPresent(units -> assertThat(units.stream().allMatch(unit -> unit.error().signum() == 0))
                .isEqualTo(found.differentiability().answer().orElseThrow()));
    }

    @Property
    void withOneHalfTheGradientOfOneHiddenLayerIsTheDerivativeOrTheMeanOfBoth(@ForAll("oneHiddenLayer") KinkPoint point) {
        AtKinks found = atKinks(new KinkPoint(point.network(), point.data(), RationalLoss.SQUARED, point.direction()),
                BigFraction.ONE_HALF);
        Coverage.require("mean", found.parameters().stream().anyMatch(parameter -> parameter.is() == Is.MEAN));

        assertThat(found.parameters()).allMatch(parameter -> parameter.is() == Is.DERIVATIVE || parameter.is() == Is.MEAN);
        assertThat(found.isWrong()).isFalse();
    }

    private static AtKinks atKinks(KinkPoint point, BigFraction kappa) {
        return AtKinks.of(point.network(), point.data(), point.loss(), KinkDerivatives.all(kappa));
    }

    @Provide
    Arbitrary<KinkPoint> points() {
        return KinkPoint.any();
    }

    @Provide
    Arbitrary<KinkPoint> oneHiddenLayer() {
        return KinkPoint.oneHiddenLayer();
    }

    @Provide
    Arbitrary<SmoothRun> smoothPoints() {
        return SmoothRun.any();
    }

    @Provide
    Arbitrary<BigFraction> numbers() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(BigFraction.ONE_HALF, BigFraction.ONE)),
                Tuple.of(1, Rationals.small()));
    }
}
