package org.stillpoint.graph.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.kernel.graph.number.ProductWithThird;

class FindingsTest {

    @Test
    void zeroWeightsStayZeroAndTheReasonIsGivenSlotBySlot() {
        Tape tape = Tape.network(new int[]{0, 0}, new int[]{0, 0});
        Findings findings = Findings.of(tape.question(), Horizon.FOR_EVER);

        assertThat(tape.names(findings.zeroState())).containsExactly("w1", "w2", "v1", "v2");
        assertThat(tape.names(findings.unchangedState())).containsExactly("w1", "w2", "v1", "v2");
        assertThat(findings.inWords(findings.whyZero(tape.at("w1")).orElseThrow())).isEqualTo("""
                w1 stays zero, because it starts at zero and its next value, w1', is zero
                w1' is zero, because update(w1, w1 error, rate) is zero with w1 and w1 error
                w1 error is zero, because product(z1 error, x) is zero with z1 error
                z1 error is zero, because product(a1 error, slope1) is zero with a1 error
                a1 error is zero, because product(g, v1) is zero with v1
                v1 stays zero, because it starts at zero and its next value, v1', is zero
                v1' is zero, because update(v1, v1 error, rate) is zero with v1 and v1 error
                v1 error is zero, because product(g, a1) is zero with a1
                a1 is zero, because relu(z1) is zero with z1
                z1 is zero, because product(w1, x) is zero with w1
                """);
    }

    @Test
    void twinsStayEqualAndTheReasonIsGivenSlotBySlot() {
        Tape tape = Tape.network(new int[]{2, 1, 2}, new int[]{3, 1, 3});
        Findings findings = Findings.of(tape.question(), Horizon.FOR_EVER);

        assertThat(findings.equalState().stream().map(tape::names)).containsExactly(List.of("w1", "w3"), List.of("v1", "v3"));
        assertThat(findings.unchangedState()).isEmpty();
        assertThat(findings.inWords(findings.whyEqual(tape.at("v1"), tape.at("v3")).orElseThrow())).isEqualTo("""
                v3 and v1 stay equal, because they start equal and so are their next values, v3' and v1'
                v3' and v1' are equal, because update(v3, v3 error, rate) and update(v1, v1 error, rate) are the same operation \
                on equal operands
                v3 error and v1 error are equal, because product(g, a3) and product(g, a1) are the same operation on equal \
                operands
                a3 and a1 are equal, because relu(z3) and relu(z1) are the same operation on equal operands
                z3 and z1 are equal, because product(w3, x) and product(w1, x) are the same operation on equal operands
                w3 and w1 stay equal, because they start equal and so are their next values, w3' and w1'
                w3' and w1' are equal, because update(w3, w3 error, rate) and update(w1, w1 error, rate) are the same operation \
                on equal operands
                w3 error and w1 error are equal, because product(z3 error, x) and product(z1 error, x) are the same operation on \
                equal operands
                z3 error and z1 error are equal, because product(a3 error, slope3) and product(a1 error, slope1) are the same \
                operation on equal operands
                a3 error and a1 error are equal, because product(g, v3) and product(g, v1) are the same operation on equal \
                operands
                slope3 and slope1 are equal, because slope(z3) and slope(z1) are the same operation on equal operands
                """);
    }

    @Test
    void unitsWithEqualIncomingWeightsAndOtherOutgoingOnesAreNoTwins() {
        Findings findings = Findings.of(Tape.network(new int[]{2, 2}, new int[]{3, 1}).question(), Horizon.FOR_EVER);

        assertThat(findings.equalState()).isEmpty();
        assertThat(findings.whyEqual(0, 1)).isEmpty();
    }

    @Test
    void aUnitThatIsDeadOnTheDataNeverChangesAndTheDataIsNamed() {
        Tape tape = Tape.network(new int[]{-1, 1}, new int[]{3, 1});
        FeedFacts positive = FeedFacts.ofData(List.of(Tape.row(1, 5, 1), Tape.row(2, -1, 1)), Tape.IS_ZERO);
        Findings findings = Findings.of(tape.question(positive), Horizon.FOR_EVER);

        assertThat(tape.names(findings.unchangedState())).containsExactly("w1", "v1");
        assertThat(tape.names(findings.zeroOnData())).containsExactly("a1", "slope1");
        assertThat(findings.inWords(findings.whyUnchanged(tape.at("w1")).orElseThrow())).isEqualTo("""
                w1 never changes, because its next value, w1', is equal to it
                w1' and w1 are equal, because update(w1, w1 error, rate) is w1 when w1 error is zero
                w1 error is zero, because product(z1 error, x) is zero with z1 error
                z1 error is zero, because product(a1 error, slope1) is zero with slope1
                slope1 is zero, because it is zero on all data at the start and depends on no other state than w1, which never \
                changes
                """);
        assertThat(Findings.of(tape.question(), Horizon.FOR_EVER).unchangedState()).isEmpty();
    }

    @Test
    void aUnitThatOneRowActivatesIsNotFoundToBeDead() {
        Tape tape = Tape.network(new int[]{-1, 1}, new int[]{3, 1});
        FeedFacts data = FeedFacts.ofData(List.of(Tape.row(1, 5, 1), Tape.row(-1, 5, 1)), Tape.IS_ZERO);

        assertThat(Findings.of(tape.question(data), Horizon.FOR_EVER).unchangedState()).isEmpty();
    }

    @Test
    void aFeatureThatIsAlwaysZeroLeavesItsWeightsAsTheyAre() {
        Tape tape = Tape.network(new int[]{2, 1}, new int[]{3, 1});
        FeedFacts noFeature = FeedFacts.arbitrary(3).withZero(0);
        Findings findings = Findings.of(tape.question(noFeature), Horizon.FOR_EVER);

        assertThat(tape.names(findings.unchangedState())).containsExactly("w1", "w2", "v1", "v2");
        assertThat(findings.inWords(findings.whyUnchanged(tape.at("w2")).orElseThrow())).isEqualTo("""
                w2 never changes, because its next value, w2', is equal to it
                w2' and w2 are equal, because update(w2, w2 error, rate) is w2 when w2 error is zero
                w2 error is zero, because product(z2 error, x) is zero with x
                x is zero, because nothing else is fed
                """);
    }

    @Test
    void zeroOutgoingWeightsKeepTheIncomingOnesInTheFirstStepOnly() {
        Tape tape = Tape.network(new int[]{2, 1}, new int[]{0, 0});
        Findings first = Findings.of(tape.question(), Horizon.FIRST_STEP);

        assertThat(tape.names(first.unchangedState())).containsExactly("w1", "w2");
        assertThat(Findings.of(tape.question(), Horizon.FOR_EVER).unchangedState()).isEmpty();
        assertThat(first.inWords(first.whyUnchanged(tape.at("w1")).orElseThrow())).isEqualTo("""
                w1 does not change, because its next value, w1', is equal to it
                w1' and w1 are equal, because update(w1, w1 error, rate) is w1 when w1 error is zero
                w1 error is zero, because product(z1 error, x) is zero with z1 error
                z1 error is zero, because product(a1 error, slope1) is zero with a1 error
                a1 error is zero, because product(g, v1) is zero with v1
                v1 is zero, because it starts at zero
                """);
    }

    @Test
    void equalFeaturesMakeEqualWeightsTwins() {
        Tape tape = new Tape();
        int[] w = {tape.state("w1", 1), tape.state("w2", 1)};
        int[] x = {tape.fed("x1"), tape.fed("x2")};
        for (int k = 0; k < 2; k++) {
            tape.next(w[k], tape.slot("w'" + k, Tape.SUM, w[k], x[k]));
        }
        Findings findings = Findings.of(tape.question(FeedFacts.arbitrary(2).withEqual(0, 1)), Horizon.FOR_EVER);

        assertThat(findings.equalState()).containsExactly(List.of(0, 1));
        assertThat(findings.inWords(findings.whyEqual(0, 1).orElseThrow()))
                .endsWith("x2 and x1 are equal, because the same is fed to both\n");
        assertThat(Findings.of(tape.question(), Horizon.FOR_EVER).equalState()).isEmpty();
    }

    @Test
    void aSlotThatComesLaterCanBeEqualToOneThatReturnsItsOperand() {
        Tape tape = new Tape();
        int v = tape.state("v", 1);
        int w = tape.state("w", 1);
        int x = tape.fed("x");
        int zero = tape.fed("zero");
        int vx = tape.slot("vx", Tape.PRODUCT, v, x);
        tape.next(v, tape.slot("v'", Tape.UPDATE, vx, zero, x));
        tape.next(w, tape.slot("w'", Tape.PRODUCT, w, x));
        Findings findings = Findings.of(tape.question(FeedFacts.arbitrary(2).withZero(1)), Horizon.FOR_EVER);

        assertThat(findings.inWords(findings.whyEqual(v, w).orElseThrow())).isEqualTo("""
                w and v stay equal, because they start equal and so are their next values, w' and v'
                w' and v' are equal, because update(vx, zero, x) is vx when zero is zero, which is equal to w'
                w' and vx are equal, because product(w, x) and product(v, x) are the same operation on equal operands
                zero is zero, because nothing else is fed
                """);
    }

    @Test
    void anOperationOfTheKernelIsCalledByTheWordsOfItsClass() {
        Tape tape = new Tape();
        int w = tape.state("w", 0);
        tape.next(w, tape.slot("w'", new ProductWithThird(), w, tape.fed("x"), w));
        Findings findings = Findings.of(tape.question(), Horizon.FOR_EVER);

        assertThat(findings.inWords(findings.whyZero(w).orElseThrow()))
                .endsWith("w' is zero, because product with third(w, x) is zero with w\n");
    }

    @Test
    void aHundredThousandTermsAreExplainedWithoutRecursion() {
        Tape tape = new Tape();
        int w = tape.state("w", 0);
        int sum = w;
        for (int i = 0; i < 100_000; i++) {
            sum = tape.slot("sum", Tape.SUM, sum, w);
        }
        tape.next(w, sum);
        Findings findings = Findings.of(tape.question(), Horizon.FOR_EVER);

        assertThat(findings.whyZero(w).map(Explanation::steps).orElse(List.of())).hasSize(100_001);
        assertThat(findings.whyUnchanged(w).map(Explanation::fact)).isEqualTo(Optional.of(new Fact.Unchanged(w)));
    }

    @Test
    void aQuestionWhosePartsDoNotFitIsRefused() {
        Tape tape = Tape.network(new int[]{1}, new int[]{1});
        Program program = tape.program();

        assertThatThrownBy(() -> tape.question(FeedFacts.arbitrary(2)))
                .isInstanceOf(DomainException.class)
                .hasMessage("5 slots are given to the program, expected 2 of state and 2 that are fed");
        assertThatThrownBy(() -> question(program, tape.next(), 1))
                .isInstanceOf(DomainException.class)
                .hasMessage("1 values to start from, expected one for each of the 2 state slots");
        assertThatThrownBy(() -> question(program, new int[]{0, 99}, 2))
                .isInstanceOf(DomainException.class).hasMessageEndingWith("expected one from 0 to 15");
        program.a[5] = 5;
        assertThatThrownBy(() -> question(program, tape.next(), 2))
                .isInstanceOf(DomainException.class).hasMessageEndingWith("expected earlier slots only");
    }

    private static Question question(Program program, int[] next, int starts) {
        return new Question(program, next, new Object[starts], FeedFacts.arbitrary(3), Tape.IS_ZERO, slot -> "slot " + slot);
    }

    @Test
    void factsOfAFeedAreReadOffTheDataAndHeldAgainstWhatIsFed() {
        FeedFacts facts = FeedFacts.ofData(List.of(Tape.row(0, 1, 1), Tape.row(0, 2, 2)), Tape.IS_ZERO);

        assertThat(List.of(facts.isZero(0), facts.isZero(1), facts.of(1), facts.of(2))).isEqualTo(List.of(true, false, 1, 1));
        assertThat(facts.fits(Tape.row(0, 2, 2), Tape.IS_ZERO)).isTrue();
        assertThat(facts.fits(Tape.row(0, 3, 3), Tape.IS_ZERO)).isFalse();
        FeedFacts known = FeedFacts.arbitrary(3).withZero(0).withEqual(2, 1);
        assertThat(known.fits(Tape.row(0, 3, 3), Tape.IS_ZERO)).isTrue();
        assertThat(known.fits(Tape.row(1, 3, 3), Tape.IS_ZERO)).isFalse();
        assertThat(known.fits(Tape.row(0, 3, 4), Tape.IS_ZERO)).isFalse();
        assertThat(known.fits((step, slot) -> Tape.row(step, 3, 3).get(slot - 1), 1, 1, Tape.IS_ZERO)).isTrue();
        assertThat(known.fits((step, slot) -> Tape.row(step, 3, 3).get(slot - 1), 1, 2, Tape.IS_ZERO)).isFalse();
        assertThatThrownBy(() -> FeedFacts.ofData(List.of(Tape.row(0, 1), Tape.row(0)), Tape.IS_ZERO))
                .isInstanceOf(DomainException.class).hasMessage("row 2 of the data has 1 values, expected 2 as in row 1");
        assertThatThrownBy(() -> FeedFacts.ofData(List.of(), Tape.IS_ZERO))
                .isInstanceOf(DomainException.class).hasMessage("the data has no row, expected one at least");
    }
}
