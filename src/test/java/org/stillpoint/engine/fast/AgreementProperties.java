package org.stillpoint.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.Course;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;
import org.stillpoint.training.TrainingResult;

/** The fast engine ends every training exactly as the reference does, whatever theorems it uses. */
@StatisticsReport(onFailureOnly = true)
class AgreementProperties {

    private static final List<Activation> ACTIVATIONS = BulkTrainings.fastActivations();

    /** In bits. */
    private static final int LONG_SLOPE = 64;

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void theEnginesAgree(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.activated(BulkTrainings.of(seed), seed);
        Coverage.ofTraining(run, ACTIVATIONS);
        Coverage.ofArithmetic(run);
        Coverage.require("an activation of the outputs", run.network().outputActivation() != Activation.IDENTITY);
        Agreement.holds(run, AgreementProperties::enginesAgree);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void theEnginesAgreeOnWhichLabelsAreRight(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.activated(BulkTrainings.labelled(seed), seed);
        Stream.of(AccuracyRule.values())
                .forEach(rule -> Coverage.require(rule.id(), AccuracyRule.of(run.data()).equals(Optional.of(rule))));
        Agreement.holds(run, labelled -> enginesAgree(labelled) && shortcutsAgree(labelled));
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void theoremsSaveWorkAndChangeNothing(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.activated(BulkTrainings.of(seed), seed);
        Coverage.require("units alike", Copies.of(run.network()).isPresent());
        Coverage.require("all zero", ZeroStart.isOne(run.network()));
        Coverage.require("an activation of the outputs", run.network().outputActivation() != Activation.IDENTITY);
        Agreement.holds(run, AgreementProperties::shortcutsAgree);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void theBoundOnBitsIsNeverBelowTheBits(@ForAll("seeds") long seed) {
        Agreement.holds(BulkTrainings.activated(BulkTrainings.of(seed), seed), AgreementProperties::bitsAreBounded);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void theEnginesAgreeWhereStepsAreLinearWithLongCoefficients(@ForAll("seeds") long seed) {
        TrainingRun run = BulkTrainings.linearOne(seed);
        if (isWide(run)) {
            Settings settings = run.settings();
            Coverage.require("moved over several steps",
                    settings.steps() > 1 && !train(run, Engine.FAST).network().equals(run.network()));
            Coverage.require("momentum", settings.momentum().signum() != 0);
            Coverage.require("decay", settings.weightDecay().signum() != 0);
            Coverage.require("several samples a step", settings.batchSize() > 1 && run.data().size() > 1);
            Coverage.require("several outputs", run.network().outputs() > 1);
        }
        Agreement.holds(run, each -> enginesAgree(each) && shortcutsAgree(each) && bitsAreBounded(each));
    }

    private static boolean isWide(TrainingRun run) {
        Samples samples = new Samples(run.data(), run.data().size(), SideLoss.of(run.settings().loss().rational()));
        List<Lines> lines = run.network().layers().stream().map(Layer::activation).map(sigma ->
                Lines.of(PiecewiseLinear.of(sigma).orElseThrow(), run.settings().kinks().at(sigma))).toList();
        return SmallCoefficients.of(run.network(), run.settings(), run.data().size(), lines, samples).isEmpty()
                && WideCoefficients.of(run.network(), run.settings(), run.data().size(), lines, samples).isPresent();
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void theEnginesAgreeOverAHundredSteps(@ForAll("seeds") long seed) {
        Agreement.holds(BulkTrainings.longOne(seed, 100), AgreementProperties::enginesAgree);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theEnginesAgreeOverManyQuietStepsOfDeepNetworks(@ForAll("seeds") long seed) {
        TrainingRun run = quiet(seed);
        IntStream.of(3, 4).forEach(depth -> Coverage.require("depth " + depth, run.network().layers().size() == depth));
        Coverage.require("fifty steps", run.settings().steps() >= 50);
        Coverage.require("moved", !train(run, Engine.FAST).network().equals(run.network()));
        Agreement.holds(run, AgreementProperties::enginesAgree);
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    @Tag("long")
    void theEnginesAgreeOverManyQuietStepsOfManyMoreDeepNetworks(@ForAll("seeds") long seed) {
        Agreement.holds(quiet(seed), AgreementProperties::enginesAgree);
    }

    private static TrainingRun quiet(long seed) {
        return BulkTrainings.quietOne(seed, 20 + (int) Long.remainderUnsigned(seed, 81));
    }

    @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
    @Tag("long")
    void theEnginesAgreeOnManyMoreTrainings(@ForAll("seeds") long seed) {
        Agreement.holds(BulkTrainings.of(seed), run -> enginesAgree(run) && shortcutsAgree(run));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theEnginesAgreeOnLeakyRelusOfEverySlope(@ForAll("seeds") long seed, @ForAll("slopes") BigFraction slope) {
        TrainingRun run = leaky(BulkTrainings.of(seed), RationalActivation.leakyRelu(slope));
        if (ExactNumber.bits(slope) > LONG_SLOPE) {
            run = run.withSettings(run.settings().withSteps(1));
        }
        Coverage.require("hidden units", run.network().layers().size() > 1);
        Coverage.require("a slope too long for more than a step", ExactNumber.bits(slope) > LONG_SLOPE);
        Agreement.holds(run, each -> enginesAgree(each) && shortcutsAgree(each));
    }

    @Provide
    Arbitrary<BigFraction> slopes() {
        return Arbitraries.oneOf(Rationals.small(), Arbitraries.of(BigFraction.ZERO, BigFraction.ONE,
                new BigFraction(1, 100)), Arbitraries.just(new BigFraction(BigInteger.ONE, BigInteger.TWO.pow(255))));
    }

    private static TrainingRun leaky(TrainingRun run, Activation hidden) {
        List<Layer> layers = new ArrayList<>(run.network().layers());
        for (int l = 0; l < layers.size() - 1; l++) {
            layers.set(l, new Layer(layers.get(l).weights(), layers.get(l).bias(), hidden));
        }
        return run.withNetwork(new Network(layers));
    }

    /** No step needs the second sample, which is too long for an int. */
    @Example
    void theEnginesAgreeOnSamplesThatNoStepSees() {
        Network network = Network.constant(List.of(1, 1, 1), true, BigFraction.ONE);
        BigFraction tiny = new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(30));
        DataSet data = new DataSet(List.of(Vector.of(BigFraction.ONE), Vector.of(tiny)),
                List.of(Vector.of(tiny), Vector.of(BigFraction.ONE)));

        Settings settings = Settings.defaults(1);

        assertThat(Training.train(network, data, settings, Engine.FAST, (step, bits) -> { }))
                .isEqualTo(Training.train(network, data, settings, Engine.REFERENCE, (step, bits) -> { }));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    @Tag("long")
    void theEnginesAgreeOverAThousandSteps(@ForAll("seeds") long seed) {
        Agreement.holds(BulkTrainings.longOne(seed, 1_000), AgreementProperties::enginesAgree);
    }

    private static boolean enginesAgree(TrainingRun run) {
        return train(run, Engine.FAST).equals(train(run, Engine.REFERENCE));
    }

    private static boolean shortcutsAgree(TrainingRun run) {
        return List.of(new Shortcuts(true, false, true), new Shortcuts(false, true, false), new Shortcuts(false, false, true),
                        Shortcuts.NONE).stream()
                .allMatch(shortcuts -> end(run, shortcuts).equals(end(run, Shortcuts.ALL)));
    }

    private static boolean bitsAreBounded(TrainingRun run) {
        Course course = FastEngine.start(run.network(), run.data(), run.settings(), Shortcuts.ALL);
        for (int step = 0; step < run.settings().steps(); step++) {
            course.step();
            if (course.atMost() < course.exact()) {
                return false;
            }
        }
        return true;
    }

    private static TrainingResult train(TrainingRun run, Engine engine) {
        return Training.train(run.network(), run.data(), run.settings(), engine, (step, bits) -> { });
    }

    private static TrainingResult end(TrainingRun run, Shortcuts shortcuts) {
        Course course = FastEngine.start(run.network(), run.data(), run.settings(), shortcuts);
        for (int step = 0; step < run.settings().steps(); step++) {
            course.step();
        }
        return new TrainingResult(course.network(), run.settings().steps(), course.meanLoss(),
                AccuracyRule.of(run.data()).map(rule -> Accuracy.of(rule, course.right(rule), run.data().size())));
    }
}
