package org.stillpoint.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.Difference;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.FalsifiedProperty;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Run;
import org.stillpoint.statement.Shows;
import org.stillpoint.statement.Side;
import org.stillpoint.statement.Statement;
import org.stillpoint.statement.Statements;

/** What statements show and do not show, and the bounds on all of them. */
class StatementTest {

    private static final DataSet DATA = new DataSet(List.of(Vector.of("1", "2")), List.of(Vector.of("-1")));
    private static final Network ONES = Network.constant(List.of(2, 2, 1), false, BigFraction.ONE);
    private static final Side GRADIENT = new Side.At("/trace/steps/0/gradients/layers/0/weights/0/1");

    private static Counterexample about(String claim, Statement statement) {
        return new Counterexample(claim, "What the claim says.", Optional.empty(), ONES, DATA, Settings.defaults(1), statement);
    }

    private static Replay replay(Counterexample counterexample) {
        return Replay.of(new Source("file", Json.write(WitnessFormat.write(counterexample))));
    }

    private static Shows showing(Fact fact) {
        return Shows.of(List.of(), List.of(fact));
    }

    @Test
    void anyNumberOfTheTraceCanBeComparedWithOneThatTheClaimNames() {
        Replay replay = replay(about("ZERO-1", showing(Facts.isNotZero(GRADIENT))));

        assertThat(replay.reproduced()).isTrue();
        assertThat(replay.witness().comparisons().get(0).left().value()).isEqualTo(BigFraction.TWO);
    }

    @Test
    void twoEqualNumbersAreNoCounterexampleToTheirBeingEqual() {
        Fact rowsDiffer = new Fact(GRADIENT, Relation.DIFFERENT, new Side.At("/trace/steps/0/gradients/layers/0/weights/1/1"));

        assertThat(replay(about("SYM-1", showing(rowsDiffer))).differs())
                .containsExactly(new Difference("/statement/shows/0/relation", "2 != 2", "2 = 2"));
    }

    @Test
    void asManyDistinctUnitsAsBeforeAreNoCounterexampleToTheirNotIncreasing() {
        assertThat(replay(about("SYM-5", Statements.distinctUnitsIncrease(1))).differs())
                .containsExactly(new Difference("/statement/shows/0/relation", "1 > 1", "1 = 1"));
    }

    @Test
    void whatIsRequiredAndDoesNotHoldIsToldToo() {
        Shows needsBalance = Shows.of(List.of(Facts.balanced()), List.of(Facts.isNotZero(GRADIENT)));

        assertThat(replay(about("SYM-1", needsBalance)).differs())
                .containsExactly(new Difference("/statement/requires/0/relation", "0 = 1", "0 < 1"));
        assertThat(about("SYM-1", needsBalance).holds()).isFalse();
    }

    @Test
    void theAccuracyOnTargetsThatAreNoLabelsIsRefused() {
        DataSet unlabelled = new DataSet(DATA.inputs(), List.of(Vector.of("-1/2")));
        Counterexample counterexample = new Counterexample("PART-5", "words", Optional.empty(), ONES, unlabelled,
                Settings.defaults(1), showing(Facts.right(0)));

        assertThatThrownBy(() -> WitnessFormat.write(counterexample)).isInstanceOf(DomainException.class)
                .hasMessage("the accuracy on targets that are no labels, expected targets 1 and -1, or 0 and 1, or one 1 among zeros");
    }

    @Test
    void aPointerToNoNumberIsRefused() {
        Fact nowhere = new Fact(new Side.At("/trace/steps/9"), Relation.EQUAL, new Side.At("no pointer"));

        assertThatThrownBy(() -> WitnessFormat.write(about("SYM-1", showing(nowhere)))).isInstanceOf(DomainException.class)
                .hasMessageContaining("/trace/steps/9");
    }

    @Test
    void aFalsifiedPropertyKeepsItsInputAndItsTrace() {
        Counterexample falsified = about("SYM-1", new FalsifiedProperty("SymmetryProperties.rowsStayEqual", "expected 1, was 2"));

        Replay replay = replay(falsified);

        assertThat(replay.reproduced()).isTrue();
        assertThat(replay.witness()).isEqualTo(falsified);
    }

    @Test
    void theTrainingDoesNotRunIfSomethingRequiredFails() {
        Network huge = Network.constant(List.of(2, 2, 1), false, new BigFraction(2).pow(2 * Run.MAX_BITS));
        Counterexample overflowing = new Counterexample("Q-5", "words", Optional.empty(), huge, DATA, Settings.defaults(3),
                Statements.learns(3));

        assertThat(overflowing.holds()).isFalse();
        assertThatThrownBy(() -> overflowing.run().trace()).isInstanceOf(DomainException.class).hasMessageContaining("bits");
    }

    @Test
    void aFileWhoseNumbersExplodeIsRefused() {
        Counterexample counterexample = about("SYM-1", new FalsifiedProperty("p", "m"));
        String text = Json.write(WitnessFormat.write(counterexample)).replaceFirst("\"learning-rate\" : \"1/10\"",
                "\"learning-rate\" : \"" + "9".repeat(19_000) + "\"").replaceFirst("\"1\", \"2\"", "\"1e10000\", \"1e10000\"")
                .replaceFirst("\\[ \"-1\" \\]", "[ \"-1e10000\" ]");

        assertThatThrownBy(() -> Replay.of(new Source("file", text))).isInstanceOf(FormatException.class)
                .hasMessageContaining("bits, expected at most");
    }
}
