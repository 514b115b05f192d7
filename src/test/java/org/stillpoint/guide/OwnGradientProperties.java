package org.stillpoint.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.ExactDerivative;
import org.stillpoint.arbitraries.SmoothRun;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.training.Gradients;

/** The check of a gradient in the guide; the gradient here is the project's own. */
@StatisticsReport(onFailureOnly = true)
class OwnGradientProperties {

    @Property
    void myGradientIsTheDerivative(@ForAll("smoothPoints") SmoothRun sample) {
        TrainingRun run = sample.run();
        Loss loss = run.settings().loss();
        List<BigFraction> expected = ExactDerivative.gradient(run.network(), run.data(), loss);
        Coverage.require("a gradient other than zero", expected.stream().anyMatch(entry -> entry.signum() != 0));

        assertThat(myGradient(run.network(), run.data(), loss)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<SmoothRun> smoothPoints() {
        return SmoothRun.any();
    }

    private static List<BigFraction> myGradient(Network network, DataSet data, Loss loss) {
        return Gradients.mean(network, data, loss.rational(), BigFraction.ZERO).parameters();
    }
}
