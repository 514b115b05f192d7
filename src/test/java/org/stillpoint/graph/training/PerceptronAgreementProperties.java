package org.stillpoint.graph.training;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.OptimiserRun;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.optimiser.Adagrad;
import org.stillpoint.optimiser.Adam;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Nesterov;
import org.stillpoint.optimiser.RmsProp;

/** The program of a perceptron trains it exactly as the kernel does whose training is proved. */
@StatisticsReport(onFailureOnly = true)
class PerceptronAgreementProperties {

    private static final List<Class<?>> KINDS =
            List.of(GradientDescent.class, Nesterov.class, Adagrad.class, RmsProp.class, Adam.class);

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void theProgramEndsWhereTheKernelDoes(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.of(seed);
        Coverage.ofTraining(run, BulkTrainings.fastActivations());
        PerceptronProgram program =
                PerceptronProgram.of(run, Optimisers.momentum().withDecay(PerceptronProgram::isWeight));

        assertThat(GradientCheck.fault(program.program())).isEqualTo(Optional.empty());
        assertThat(program.trained(run.settings().steps(), Map.of("rate", run.settings().learningRate(),
                "momentum", run.settings().momentum(), "decay", run.settings().weightDecay())))
                .isEqualTo(run.trained().parameters());
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void theProgramOfMatricesEndsWhereTheKernelDoes(@ForAll("seeds") long seed) {
        TrainingRun any = BulkTrainings.of(seed);
        TrainingRun run = any.on(any.settings().batch(0, any.data().size()));
        Coverage.ofTraining(run, BulkTrainings.fastActivations());
        TensorPerceptron program = TensorPerceptron.of(run);

        assertThat(GradientCheck.fault(program.program())).isEqualTo(Optional.empty());
        assertThat(program.trained()).isEqualTo(run.trained().parameters());
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void theProgramEndsWhereEveryOptimiserDoes(@ForAll("optimised") OptimiserRun optimised) {
        List<Network> networks = optimised.networks();
        int steps = networks.size() - 1;
        Rule rule = Rule.of(optimised.optimiser());
        KINDS.forEach(kind -> Coverage.require(kind.getSimpleName(), kind.isInstance(optimised.optimiser()) && steps > 0));
        PerceptronProgram program = PerceptronProgram.of(optimised.run(), rule.optimiser);

        assertThat(GradientCheck.fault(program.program())).isEqualTo(Optional.empty());
        assertThat(program.trained(steps, rule.rates)).isEqualTo(networks.get(steps).parameters());
    }

    /** The squares of Adam have rational roots in each step if the gradient is always the same. */
    @Example
    void adamStepsTheSameWayUnderAGradientThatStaysTheSame() {
        Network network = Network.of(new Layer(Matrix.constant(1, 1, BigFraction.ONE), Optional.empty(), Activation.IDENTITY));
        TrainingRun run = new TrainingRun(network, new DataSet(List.of(Vector.of("2")), List.of(Vector.of("99"))),
                Settings.defaults(4).withLoss(Loss.ABSOLUTE), Loss.ABSOLUTE);
        Adam adam = new Adam(new BigFraction(1, 3), new BigFraction(9, 10), new BigFraction(3, 4), new BigFraction(1, 7));
        Rule rule = Rule.of(adam);

        List<Network> networks = new OptimiserRun(run, adam).networks();

        assertThat(networks).hasSize(5);
        assertThat(PerceptronProgram.of(run, rule.optimiser).trained(4, rule.rates)).isEqualTo(networks.get(4).parameters());
    }

    @Provide
    Arbitrary<OptimiserRun> optimised() {
        return OptimiserRun.of(seeds().map(BulkTrainings::of));
    }

    /** An optimiser as lines of a program, and what it is fed. */
    private record Rule(Optimiser optimiser, Map<String, BigFraction> rates) {

        static Rule of(org.stillpoint.optimiser.Optimiser optimiser) {
            if (optimiser instanceof GradientDescent rule) {
                return new Rule(Optimisers.momentum().withDecay(PerceptronProgram::isWeight),
                        Map.of("rate", rule.rate(), "momentum", rule.momentum(), "decay", rule.decay()));
            }
            if (optimiser instanceof Nesterov rule) {
                return new Rule(Optimisers.nesterov().withDecay(PerceptronProgram::isWeight),
                        Map.of("rate", rule.rate(), "momentum", rule.momentum(), "decay", rule.decay()));
            }
            if (optimiser instanceof Adagrad rule) {
                return new Rule(Optimisers.adagrad(rule.epsilon()), Map.of("rate", rule.rate()));
            }
            if (optimiser instanceof RmsProp rule) {
                return new Rule(Optimisers.rmsProp(rule.rho(), rule.epsilon()), Map.of("rate", rule.rate()));
            }
            Adam rule = (Adam) optimiser;
            return new Rule(Optimisers.adam(rule.beta1(), rule.beta2(), rule.epsilon()), Map.of("rate", rule.rate()));
        }
    }
}
