package org.stillpoint.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.domain.Activation;
import org.stillpoint.witness.Example;

/** Every start is decided, by a theorem that no run contradicts or by a run that shows it. */
class DecisionTableTest {

    private static final HiddenUnit RELU = new HiddenUnit(Activation.RELU, BigFraction.ZERO);
    private static final HiddenUnit RELU_HALF = new HiddenUnit(Activation.RELU, BigFraction.ONE_HALF);
    private static final HiddenUnit SIGMOID = new HiddenUnit(Activation.RATIONAL_SIGMOID, BigFraction.ZERO);
    private static final DecisionTable TABLE = DecisionTable.decide();

    @Test
    void everyCellIsBackedByATheoremOrByARunThatHolds() {
        assertThat(TABLE.decisions()).hasSize((2 * Pattern.values().length - 1) * HiddenUnit.ALL.size() * Batches.values().length)
                .allSatisfy(decision -> {
                    assertThat(decision.theorems().isEmpty() && decision.example().isEmpty()).isFalse();
                    assertThat(decision.example().stream()).allMatch(Example::holds);
                });
    }

    @Test
    void aStuckCellNeedsATheoremAndACellThatMovesNeedsARun() {
        assertThat(TABLE.decisions()).allSatisfy(decision -> assertThat(decision.example().isEmpty())
                .isEqualTo(decision.outcome() == Outcome.STUCK));
    }

    @Test
    void allOutcomesOccur() {
        assertThat(TABLE.decisions()).extracting(Decision::outcome).contains(Outcome.values());
    }

    @Test
    void theQuestionsNetworkIsStuck() {
        assertThat(outcome(new Cell(Pattern.ALL_ZERO, true, RELU, Batches.SINGLE))).isEqualTo(Outcome.STUCK);
    }

    @Test
    void theDerivativeAtTheKinkDecidesWhetherAZeroFirstLayerMoves() {
        assertThat(outcome(new Cell(Pattern.FIRST_LAYER_ZERO, true, RELU, Batches.SINGLE))).isEqualTo(Outcome.STUCK);
        assertThat(outcome(new Cell(Pattern.FIRST_LAYER_ZERO, true, RELU_HALF, Batches.SINGLE))).isEqualTo(Outcome.SEPARATES);
        assertThat(outcome(new Cell(Pattern.FIRST_LAYER_ZERO, true, new HiddenUnit(Activation.RELU, BigFraction.ONE),
                Batches.SINGLE))).isEqualTo(Outcome.SEPARATES);
    }

    @Test
    void aZeroUnitStaysZeroWhileOthersTrainIfItsActivationIsZeroAtZero() {
        assertThat(outcome(new Cell(Pattern.ZERO_UNIT, true, RELU_HALF, Batches.SINGLE))).isEqualTo(Outcome.FROZEN);
        assertThat(outcome(new Cell(Pattern.ZERO_UNIT, true, SIGMOID, Batches.SINGLE))).isEqualTo(Outcome.SEPARATES);
        assertThat(outcome(new Cell(Pattern.IDENTITY, false, RELU, Batches.FULL_BALANCED))).isEqualTo(Outcome.FROZEN);
        assertThat(outcome(new Cell(Pattern.IDENTITY, false, SIGMOID, Batches.SINGLE))).isEqualTo(Outcome.SYMMETRIC);
    }

    @Test
    void aKappaThatIsNoIntegerCanBeInTheNameOfAFile() {
        Cell cell = new Cell(Pattern.ALL_ZERO, false, RELU_HALF, Batches.SINGLE);

        assertThat(cell.id()).isEqualTo("all-zero-no-biases-relu-kappa-1-over-2-single");
        assertThat(cell.words()).isEqualTo("all zero, no biases, relu, kappa = 1/2, one sample");
    }

    @Test
    void anExampleIsNamedByItsCellAndNoOtherCellHasThatName() {
        assertThat(TABLE.decisions().stream().flatMap(decision -> decision.example().stream())).extracting(Example::cell)
                .doesNotHaveDuplicates().contains("all zero, no biases, rational-sigmoid, one sample");
    }

    /** ZERO-2 speaks of activations that map 0 to 0, PART-2 of ReLU whose derivative at 0 is taken as 0. */
    @Test
    void theClaimToReadSpeaksOfTheActivationOfTheCell() {
        HiddenUnit otherRelu = new HiddenUnit(Activation.RELU, BigFraction.ONE);

        assertThat(claim(Pattern.ALL_ZERO, RELU)).isEqualTo("ZERO-2");
        assertThat(claim(Pattern.ALL_ZERO, SIGMOID)).isEqualTo("ACT-2");
        assertThat(claim(Pattern.FIRST_LAYER_ZERO, RELU)).isEqualTo("PART-2");
        assertThat(claim(Pattern.FIRST_LAYER_ZERO, otherRelu)).isEqualTo("PART-3");
        assertThat(claim(Pattern.FIRST_LAYER_ZERO, RELU_HALF)).isEqualTo("PART-3");
        assertThat(claim(Pattern.FIRST_LAYER_ZERO, SIGMOID)).isEqualTo("SYM-10");
        assertThat(claim(Pattern.IDENTITY, RELU)).isEqualTo("WIDTH-1");
        assertThat(claim(Pattern.IDENTITY, SIGMOID)).isEqualTo("SYM-2");
    }

    private static String claim(Pattern pattern, HiddenUnit unit) {
        return new Cell(pattern, false, unit, Batches.SINGLE).claim();
    }

    @Test
    void aTheoremThatARunContradictsIsNotBelieved() {
        Theorem wrong = new Theorem("SYM-2", new EvidenceName(Kind.PROOF, "Wrong.nothingEverMoves"), Outcome.STUCK, cell -> true);

        assertThatThrownBy(() -> DecisionTable.decide(new Cell(Pattern.EQUAL, true, RELU, Batches.SINGLE), List.of(wrong)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Wrong.nothingEverMoves");
    }

    @Test
    void aRunInWhichAZeroUnitGrowsContradictsATheoremThatItDoesNot() {
        Theorem wrong = new Theorem("UNIT-0", new EvidenceName(Kind.PROOF, "Wrong.noUnitGrows"), Outcome.FROZEN, cell -> true);

        assertThatThrownBy(() -> DecisionTable.decide(new Cell(Pattern.ZERO_UNIT, true, SIGMOID, Batches.SINGLE), List.of(wrong)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Wrong.noUnitGrows");
    }

    @Test
    void aCellThatOnlyATheoremCouldDecideIsNotDecidedWithoutIt() {
        assertThatThrownBy(() -> DecisionTable.decide(new Cell(Pattern.ALL_ZERO, true, RELU, Batches.SINGLE), List.of()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("all-zero");
    }

    private static Outcome outcome(Cell cell) {
        return TABLE.decisions().stream().filter(decision -> decision.cell().equals(cell)).findFirst().orElseThrow().outcome();
    }
}
