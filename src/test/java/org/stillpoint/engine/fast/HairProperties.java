package org.stillpoint.engine.fast;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.HairTraining;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Training;

/** No sign that rounding could turn is taken from rounded numbers, in any layer. */
@StatisticsReport(onFailureOnly = true)
class HairProperties {

    private static final BigFraction SMALL = new BigFraction(2).pow(-40);
    private static final BigFraction BEYOND_DOUBLES = new BigFraction(2).pow(1024);

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void aDeepNetworkWithPreactivationsAHairFromZeroIsTrainedAsTheReferenceDoes(@ForAll("seeds") long seed) {
        TrainingRun run = HairTraining.of(seed);
        Network before = HairTraining.beforeLastStep(run);
        List<Vector> z = HairTraining.attacked(run, before);
        int depth = z.size();
        IntStream.rangeClosed(2, 4).forEach(layers -> Coverage.require("depth " + layers, depth == layers));
        for (int l = 0; l < 3; l++) {
            List<BigFraction> misses = l < depth - 1 ? misses(run, z, l) : List.of();
            Coverage.require("at or a hair from a kink in hidden layer " + (l + 1),
                    misses.stream().anyMatch(miss -> miss.signum() == 0 || isHair(miss)));
        }
        BigFraction threshold = HairTraining.threshold(run.settings().loss().rational(), target(run));
        BigFraction miss = z.get(depth - 1).get(0).subtract(threshold);
        Coverage.require("an output at the threshold", miss.signum() == 0);
        Coverage.require("an output a hair from the threshold", isHair(miss));
        Coverage.require("after a step", run.settings().steps() == 2);
        Coverage.require("numbers beyond doubles", run.network().parameters().stream()
                .anyMatch(w -> w.abs().compareTo(BEYOND_DOUBLES) > 0));
        Coverage.require("the last step moves", !Training.descend(run.network(), run.data(), run.settings(), Engine.REFERENCE)
                .equals(before));
        Agreement.holds(run, HairProperties::enginesAgree);
    }

    @Property(tries = 50_000, shrinking = ShrinkingMode.OFF)
    @Tag("long")
    void manyMoreDeepNetworksWithPreactivationsAHairFromZeroAreTrainedAsTheReferenceDoes(@ForAll("seeds") long seed) {
        Agreement.holds(HairTraining.of(seed), HairProperties::enginesAgree);
    }

    private static boolean enginesAgree(TrainingRun run) {
        return Training.descend(run.network(), run.data(), run.settings(), Engine.FAST)
                .equals(Training.descend(run.network(), run.data(), run.settings(), Engine.REFERENCE));
    }

    private static BigFraction target(TrainingRun run) {
        int sample = run.settings().batch(run.settings().steps() - 1, run.data().size()).get(0);
        return run.data().targets().get(sample).get(0);
    }

    /** How far the pre-activations of a hidden layer are from a kink of its activation. */
    private static List<BigFraction> misses(TrainingRun run, List<Vector> z, int l) {
        Layer layer = run.network().layers().get(l);
        BigFraction kink = layer.activation() == Activation.HARD_TANH ? BigFraction.ONE : BigFraction.ZERO;
        return z.get(l).entries().stream().map(value -> layer.activation() == Activation.HARD_TANH ? value.abs() : value)
                .map(value -> value.subtract(kink)).toList();
    }

    private static boolean isHair(BigFraction miss) {
        return miss.signum() != 0 && miss.abs().compareTo(SMALL) < 0;
    }
}
