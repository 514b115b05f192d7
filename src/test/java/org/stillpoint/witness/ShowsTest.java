package org.stillpoint.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Measure;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Shows;
import org.stillpoint.statement.Side;
import org.stillpoint.statement.Variation;

/** Statements that a file spells out with what is measured. */
class ShowsTest {

    private static final DataSet DATA = new DataSet(List.of(Vector.of("1", "2")), List.of(Vector.of("-1")));
    private static final Network ONES = Network.constant(List.of(2, 2, 1), true, BigFraction.ONE);
    private static final Side ZERO = new Side.Stated("zero", BigFraction.ZERO);

    private static Counterexample showing(Side side, Optional<Variation> variation) {
        return new Counterexample("SYM-1", "What the claim says.", Optional.empty(), ONES, DATA, Settings.defaults(1),
                new Shows("Something.", List.of(), List.of(new Fact(side, Relation.DIFFERENT, ZERO)), variation));
    }

    private static Measure measure(Kind kind) {
        return new Measure(kind, kind.places().stream().map(place -> 0).toList(), BigFraction.ONE);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyMeasureIsWrittenReadAndComputedAgain(Kind kind) {
        Counterexample counterexample = showing(new Side.Measured(measure(kind), false), Optional.of(new Variation.Direction(ONES)));

        Replay replay = Replay.of(new Source("file", Json.write(CounterexampleFormat.write(counterexample))));

        assertThat(replay.counterexample()).isEqualTo(counterexample);
        assertThat(replay.differs()).extracting(Difference::pointer)
                .allMatch(pointer -> pointer.equals("/statement/conclusions/0/relation"));
    }

    /** Without dropout both units are active and the error is passed to both; with the first one dropped it does not move. */
    @Test
    void aVariationIsAnotherTrainingOfTheSameNetwork() {
        Measure incoming = new Measure(Kind.INCOMING_APART, List.of(0, 1, 0, 1), BigFraction.ONE);
        Variation dropped = new Variation.Masks(List.of(List.of(Vector.of("0", "1"))));

        assertThat(showing(new Side.Measured(incoming, false), Optional.of(dropped)).holds()).isFalse();
        assertThat(showing(new Side.Measured(incoming, true), Optional.of(dropped)).holds()).isTrue();
    }

    @Test
    void whatTheTrainingDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> showing(new Side.Measured(measure(Kind.MEAN_LOSS), true), Optional.empty()).holds())
                .isInstanceOf(DomainException.class).hasMessage("no variation, expected one to compare with");
        assertThatThrownBy(() -> showing(new Side.Measured(measure(Kind.GRADIENT_ALONG), false), Optional.empty()).holds())
                .isInstanceOf(DomainException.class).hasMessage("no direction, expected one");
        assertThatThrownBy(() -> showing(new Side.Measured(measure(Kind.MEAN_LOSS), true),
                Optional.of(new Variation.Masks(List.of()))).holds()).hasMessage("masks for 0 steps, expected 1");
        assertThatThrownBy(() -> new Measure(Kind.MEAN_LOSS, List.of(), BigFraction.ONE)).hasMessage("0 places for mean-loss, expected 1");
        assertThatThrownBy(() -> new Measure(Kind.LOSS_QUOTIENT, List.of(), BigFraction.ZERO))
                .hasMessage("a distance of 0, expected another one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "step" : 1                      | "step" : 2            | step 2, expected one from 0 to 1
            "layer" : 0,                    | "layer" : 2,          | layer 2 is no hidden layer
            "layer" : 0,                    | "layer" : 1,          | layer 1 is no hidden layer
            "other" : 0,                    | "other" : 5,          | unit 5, expected one from 0 to 1
            "measure" : "outgoing-apart"    | "measure" : "outgo"   | /statement/shows/0/left/measure: unknown measure
            "factor" : "1"                  | "fact" : "1"          | unknown key
            "training" : "varied"           | "training" : "other"  | /statement/shows/0/left/training: an unknown training
            """)
    void aBrokenFileIsRefusedWithItsPlace(String from, String to, String message) {
        Measure outgoing = new Measure(Kind.OUTGOING_APART, List.of(1, 0, 0, 1), BigFraction.ONE);
        Counterexample counterexample = showing(new Side.Measured(outgoing, true), Optional.of(new Variation.Kappa(BigFraction.ONE)));
        String text = Json.write(CounterexampleFormat.write(counterexample));
        assertThat(text).contains(from);

        assertThatThrownBy(() -> Replay.of(new Source("file", text.replace(from, to)))).isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }
}
