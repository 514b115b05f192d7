package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.ExactDerivative;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.SmoothRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.optimiser.GradientDescent;

/** An activation on the last layer, against dual numbers and against the network without it. */
@StatisticsReport(onFailureOnly = true)
class OutputActivationProperties {

    /** A training of a network with any activation on its output, which may be the identity. */
    record Behind(SmoothRun smooth, Activation last) {

        DataSet data() {
            return smooth.run().data();
        }

        RationalLoss loss() {
            return smooth.run().settings().loss().rational();
        }

        Network plain() {
            return smooth.run().network();
        }

        Network network() {
            return Networks.withOutputActivation(plain(), last);
        }
    }

    @Provide
    Arbitrary<Behind> runs() {
        return Combinators.combine(SmoothRun.any(), Arbitraries.oneOf(Shape.rationalActivation(),
                Rationals.small().map(RationalActivation::leakyRelu))).as(Behind::new);
    }

    @Property(tries = 150)
    void theGradientIsTheDerivativeOfTheLossBehindTheActivation(@ForAll("runs") Behind run) {
        Coverage.require("an activation on the output", run.last() != Activation.IDENTITY);
        Coverage.require("off the kinks", isOffTheKinks(run));
        if (isOffTheKinks(run)) {
            assertThat(Gradients.mean(run.network(), run.data(), run.loss(), BigFraction.ZERO).parameters())
                    .isEqualTo(ExactDerivative.gradient(run.network(), run.data(), run.loss()));
        }
    }

    private static boolean isOffTheKinks(Behind run) {
        try {
            ExactDerivative.along(run.network(), run.network(), run.data(), run.loss());
            return true;
        } catch (DomainException atAKink) {
            return false;
        }
    }

    /** The chain rule, at kinks too: the loss seen by the network without the activation is the loss of the activation. */
    @Property(tries = 150)
    void theGradientIsThatOfTheNetworkWithoutTheActivationUnderTheLossOfIt(@ForAll("runs") Behind run,
                                                                                @ForAll("kappas") BigFraction kappa) {
        Coverage.require("an activation on the output", run.last() != Activation.IDENTITY);

        assertThat(Gradients.mean(run.network(), run.data(), run.loss(), kappa)).isEqualTo(Gradients.mean(run.plain(), run.data(),
                (z, y) -> {
                    BigFraction[] f = new BigFraction[z.length];
                    for (int j = 0; j < f.length; j++) {
                        f[j] = run.last().rational().kernel().value(z[j]);
                    }
                    BigFraction[] g = run.loss().at(f, y);
                    for (int j = 0; j < f.length; j++) {
                        g[j] = g[j].multiply(run.last().rational().kernel().derivative(z[j], kappa));
                    }
                    return g;
                }, kappa));
    }

    @Property(tries = 60)
    void everyWayOfTrainingTakesTheActivationIntoAccount(@ForAll("runs") Behind run) {
        Coverage.require("an activation on the output", run.last() != Activation.IDENTITY);
        Settings settings = run.smooth().run().settings();
        Settings few = settings.withSteps(Math.min(settings.steps(), 2));
        Network end = Training.train(run.network(), run.data(), few).network();

        assertThat(Training.descend(run.network(), run.data(), few, run.loss())).isEqualTo(end);
        List<Network> networks = Optimisation.train(run.network(), run.data(), few, run.loss(),
                new GradientDescent(few.learningRate(), few.momentum(), few.weightDecay()));
        assertThat(networks.get(few.steps())).isEqualTo(end);
    }

    @Provide
    Arbitrary<BigFraction> kappas() {
        return Rationals.small();
    }
}
