package org.stillpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enumeration.Ending;
import org.stillpoint.enumeration.Problem;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Shows;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.training.DisagreementException;
import org.stillpoint.training.Training;
import org.stillpoint.witness.Counterexample;

/** A search for two different units that a step makes equal: there are some, so the search has to find the first ones. */
class EveryStartTest {

    private static final DataSet DATA = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1")));
    private static final Settings SETTINGS = Settings.defaults(1).withLearningRate(BigFraction.ONE);
    private static final Problem PROBLEM = new Problem(2, true, List.of(BigFraction.ZERO, BigFraction.ONE, BigFraction.MINUS_ONE),
            DATA, SETTINGS);

    private static Function<Network, Counterexample> weightsAfterTheStep(Relation relation) {
        return start -> new Counterexample("SYM-5", "Different units stay different.", Optional.empty(), start, DATA, SETTINGS,
                Shows.of(List.of(), List.of(new Fact(Facts.measured(Kind.WEIGHT, 1, 1, 1, 1), relation,
                        Facts.measured(Kind.WEIGHT, 2, 1, 1, 1)))));
    }

    private static boolean becomeFewer(Network start) {
        return different(Training.descend(start, DATA, SETTINGS, Loss.HINGE)) < different(start);
    }

    private static int different(Network network) {
        return UnitClasses.of(network).get(0).classes().size();
    }

    @Test
    void theFirstHitIsTheFirstStartForWhichTheReferenceFindsIt() {
        Block block = new EveryStart(PROBLEM, end -> end.units() < end.unitsAtStart(), weightsAfterTheStep(Relation.EQUAL));
        long first = LongStream.range(0, PROBLEM.networks()).filter(i -> becomeFewer(PROBLEM.network(i))).findFirst()
                .orElseThrow();

        Block.Hit hit = block.firstHit().orElseThrow();

        assertThat(hit.place()).isEqualTo(first + 1);
        assertThat(hit.counterexample().network()).isEqualTo(PROBLEM.network(first));
        assertThat(block.cases()).isEqualTo(2187);
    }

    @Test
    void aHitThatTheReferenceDoesNotConfirmIsNeverShown() {
        Block block = new EveryStart(PROBLEM, end -> end.units() < end.unitsAtStart(), weightsAfterTheStep(Relation.DIFFERENT));

        assertThatThrownBy(block::firstHit).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none in the reference kernel");
    }

    @Test
    void aHitThatEndsElsewhereInTheReferenceIsNeverShown() {
        EveryStart block = new EveryStart(PROBLEM, end -> end.units() < end.unitsAtStart(), weightsAfterTheStep(Relation.EQUAL));
        long start = block.firstHit().orElseThrow().place() - 1;
        Ending elsewhere = new Ending(1, start, 2, 1, 1, () -> PROBLEM.network(0));

        assertThatThrownBy(() -> block.confirmed(elsewhere)).isInstanceOf(DisagreementException.class);
    }

    @Test
    void withoutAHitThereIsNone() {
        assertThat(new EveryStart(PROBLEM, end -> end.units() > end.unitsAtStart(), weightsAfterTheStep(Relation.EQUAL))
                .firstHit()).isEmpty();
    }
}
