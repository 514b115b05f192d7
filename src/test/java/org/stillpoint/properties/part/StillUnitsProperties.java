package org.stillpoint.properties.part;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.StillRun;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.properties.Claim;

/** Units and layers that training never changes, in any hidden layer. */
@StatisticsReport(onFailureOnly = true)
class StillUnitsProperties {

    @Claim(value = "UNIT-0", shows = REFUTES)
    @Property
    void aPrunedUnitStaysZeroWhileTheRestTrains(@ForAll("prunedUnit") StillRun sample) {
        TrainingRun run = sample.run();
        Network trained = run.trained();
        Coverage.ofData(run.data());
        Coverage.ofSettings(run);
        Coverage.require("a deeper layer", sample.layer() > 0);
        Coverage.require("other parameters move", !trained.equals(run.network()));

        assertThat(sample.ofUnit(trained)).allMatch(number -> number.signum() == 0);
    }

    @Claim(value = "DEAD-1", of = "nothing up to it moves")
    @Property
    void theLayersUpToADeadOneNeverChange(@ForAll("deadLayer") StillRun sample) {
        TrainingRun run = sample.run();
        Network trained = run.trained();
        int l = sample.layer();
        Coverage.ofData(run.data());
        Coverage.require("a deeper layer", l > 0);
        Coverage.require("momentum", run.settings().momentum().signum() != 0);
        Coverage.require("other parameters move", !trained.equals(run.network()));

        assertThat(trained.layers().subList(0, l + 1)).isEqualTo(run.network().layers().subList(0, l + 1));
        assertThat(trained.layers().get(l + 1).weights()).isEqualTo(run.network().layers().get(l + 1).weights());
        assertThat(run.withNetwork(trained).preactivations())
                .allMatch(layers -> layers.get(l).entries().stream().allMatch(z -> z.signum() < 0));
    }

    @Claim(value = "DEAD-1", of = "the function is constant on the data")
    @Property
    void theOutputIsTheSameAtEveryTrainingInput(@ForAll("deadLayer") StillRun sample) {
        TrainingRun run = sample.run();
        Coverage.ofData(run.data());
        Coverage.require("a deeper layer", sample.layer() > 0);
        Coverage.require("inputs that differ", run.data().inputs().stream().distinct().count() > 1);

        List<Vector> outputs = run.withNetwork(run.trained()).preactivations().stream()
                .map(layers -> layers.get(layers.size() - 1)).toList();
        assertThat(outputs).allMatch(outputs.get(0)::equals);
    }

    @Provide
    Arbitrary<StillRun> prunedUnit() {
        return StillRun.withAPrunedUnit();
    }

    @Provide
    Arbitrary<StillRun> deadLayer() {
        return StillRun.withADeadLayer();
    }
}
