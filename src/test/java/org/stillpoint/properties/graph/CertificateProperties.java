package org.stillpoint.properties.graph;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.graph.architecture.Examination;
import org.stillpoint.graph.architecture.Perceptrons;
import org.stillpoint.graph.certificate.Findings;
import org.stillpoint.graph.certificate.Horizon;
import org.stillpoint.graph.certificate.RandomTraining;
import org.stillpoint.kernel.graph.Training;
import org.stillpoint.properties.Claim;

/** What the theorem about programs says, on programs that are drawn with a certificate that the checker accepts. */
@StatisticsReport(onFailureOnly = true)
class CertificateProperties {

    private static final int STEPS = 8;
    private static final int LOW = -100;

    @Claim("GRAPH-1")
    @Property(shrinking = ShrinkingMode.OFF)
    void whatAnAcceptedCertificateMarksIsZeroForEver(@ForAll long seed) {
        RandomTraining training = RandomTraining.of(seed);
        Findings found = found(training);
        Object[] end = end(training, seed);
        Coverage.require("marked state", !found.zeroState().isEmpty());
        Coverage.require("state that moves", !List.of(end).equals(List.of(training.start())));

        assertThat(found.zeroState()).allMatch(i -> RandomTraining.IS_ZERO.test(end[i]));
    }

    @Claim("GRAPH-2")
    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void whatAnAcceptedCertificatePutsIntoOneClassIsEqualForEver(@ForAll long seed) {
        RandomTraining training = RandomTraining.of(seed);
        Findings found = found(training);
        Object[] end = end(training, seed);
        Coverage.require("equal state that moves", found.equalState().stream()
                .anyMatch(members -> !end[members.get(0)].equals(training.start()[members.get(0)])));

        assertThat(found.equalState()).allMatch(members -> members.stream().map(i -> end[i]).distinct().count() == 1);
    }

    @Claim("GRAPH-3")
    @Property(shrinking = ShrinkingMode.OFF)
    void whatIsOfTheClassOfItsNextValueNeverChanges(@ForAll long seed) {
        RandomTraining training = RandomTraining.of(seed);
        Findings found = found(training);
        Object[] end = end(training, seed);
        Coverage.require("state that is not zero and never changes",
                found.unchangedState().stream().anyMatch(i -> !found.zeroState().contains(i)));

        assertThat(found.unchangedState()).allMatch(i -> end[i].equals(training.start()[i]));
    }

    @Claim("GRAPH-4")
    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void whatIsZeroOnAllDataAndHangsOnNothingThatMovesIsZeroForEver(@ForAll long seed) {
        RandomTraining training = RandomTraining.of(seed);
        Findings found = found(training);
        Coverage.require("slots that are zero on the data", !found.zeroOnData().isEmpty());

        assertThat(training.values(training.feed(seed), STEPS)).allMatch(values ->
                found.zeroOnData().stream().allMatch(slot -> RandomTraining.IS_ZERO.test(values[slot])));
    }

    @Claim("GRAPH-4")
    @Property(tries = 300)
    void aUnitThatIsDeadOnAllThatIsFedNeverChanges(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Perceptrons.oneDeadUnit(drawn.numbers(), drawn.sizes(), LOW), 3);
        Coverage.require("another unit that moves", seen.moved().containsKey("w2"));

        assertThat(seen.confirmed()).isTrue();
        assertThat(seen.unchanged()).contains("w1", "b1", "v1");
    }

    private static Findings found(RandomTraining training) {
        return Findings.of(training.onData(), Horizon.FOR_EVER);
    }

    private static Object[] end(RandomTraining training, long seed) {
        return Training.train(training.program(), training.next(), training.start(), training.feed(seed), STEPS);
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Drawn.any();
    }
}
