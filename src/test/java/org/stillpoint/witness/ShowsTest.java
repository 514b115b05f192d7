package org.stillpoint.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.Difference;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.Measure;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Run;
import org.stillpoint.statement.Shows;
import org.stillpoint.statement.Side;
import org.stillpoint.statement.Variation;

/** Statements that a file spells out with what is measured. */
class ShowsTest {

    private static final DataSet DATA = new DataSet(List.of(Vector.of("1", "2")), List.of(Vector.of("-1")));
    private static final Network ONES = Network.constant(List.of(2, 2, 1), true, BigFraction.ONE);
    private static final Companions ALL = Companions.NONE.withVariation(new Variation.Kappa(BigFraction.ONE)).withDirection(ONES)
            .withTeacher(ONES);

    private static Counterexample showing(Side side, Companions companions) {
        return new Counterexample("SYM-1", "What the claim says.", Optional.empty(), ONES, DATA, Settings.defaults(1),
                new Shows(List.of(), List.of(Facts.isNotZero(side)), companions));
    }

    private static Side measured(Kind kind) {
        return Facts.measured(kind, kind.places().stream().map(place -> 1).toArray(Integer[]::new));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyMeasureIsWrittenReadAndComputedAgain(Kind kind) {
        Counterexample counterexample = showing(measured(kind), ALL);

        Replay replay = Replay.of(new Source("file", Json.write(WitnessFormat.write(counterexample))));

        assertThat(replay.witness()).isEqualTo(counterexample);
        assertThat(replay.differs()).extracting(Difference::pointer)
                .allMatch(pointer -> pointer.equals("/statement/shows/0/relation"));
    }

    /** Without dropout both units are active and the error is passed to both; with the first one dropped it does not move. */
    @Test
    void aVariationIsAnotherTrainingOfTheSameNetwork() {
        Companions dropped = Companions.NONE.withVariation(new Variation.Masks(List.of(List.of(Vector.of("0", "1")))));

        assertThat(showing(Facts.measured(Kind.INCOMING_APART, 1, 2, 1, 1), dropped).holds()).isFalse();
        assertThat(showing(Facts.varied(Kind.INCOMING_APART, 1, 2, 1, 1), dropped).holds()).isTrue();
    }

    /**
     * Of two units with weights and biases 1, on the input (1, 2) with the label -1: both pre-activations are 4, the output is 9,
     * g is 1; the gradients are (1, 2) and 1 into each unit, 4 out of it; the learning rate is 1/10.
     */
    @Test
    void lawsAreMeasuredAsByHand() {
        assertThat(value(ONES, Kind.LARGEST_PREACTIVATION_OF_UNIT, 2, 1, 0)).isEqualTo("4");
        assertThat(value(ONES, Kind.OUTPUT, 1, 1, 0)).isEqualTo("9");
        assertThat(value(ONES, Kind.WEIGHTS_TIMES_GRADIENT, 1)).isEqualTo("6");
        assertThat(value(ONES, Kind.WEIGHTS_TIMES_GRADIENT, 2)).isEqualTo("8");
        assertThat(value(ONES, Kind.ERROR_TIMES_OUTPUT)).isEqualTo("9");
        assertThat(value(ONES, Kind.RANK_OF_GRADIENT, 1, 1)).isEqualTo("1");
        assertThat(value(ONES, Kind.RANK_BEYOND_INPUTS, 0, 1)).isEqualTo("0");
        assertThat(value(ONES, Kind.BALANCE_CHANGE, 1, 1, 0, 1)).as("0.81 + 0.64 + 0.81 - 0.36 less 2").isEqualTo("-1/10");
        assertThat(value(ONES, Kind.GRADIENT_BALANCE, 1, 1, 1)).as("(1 + 4 + 1 - 16) / 100").isEqualTo("-1/10");
        assertThat(value(ONES, Kind.PAIR_BALANCE_CHANGE, 1, 2, 1, 0, 1)).isEqualTo("-1/10");
        assertThat(value(ONES, Kind.PAIR_GRADIENT_BALANCE, 1, 2, 1, 1)).isEqualTo("-1/10");
        assertThat(value(ONES, Kind.MEAN_DERIVATIVE)).isEqualTo("17");
        assertThat(value(ONES, Kind.RATE_APART, 1)).isEqualTo("0");
        assertThat(new Measure(Kind.RATE_APART, List.of(1), BigFraction.TWO).of(new Run(ONES, DATA, Settings.defaults(1), ALL)))
                .as("2 (1 - g / 10) less 1 - 2 g / 10, for every gradient g").isEqualTo(BigFraction.ONE);
        assertThat(value(ONES, Kind.MISTAKES)).isEqualTo("1");
        assertThat(value(ONES, Kind.MISTAKE_BOUND)).as("the teacher is wrong").isEqualTo("0");
        assertThat(value(ONES, Kind.ZERO_PREACTIVATIONS)).isEqualTo("0");
        assertThat(value(ONES, Kind.RIGHT_DERIVATIVE)).as("along ones: 6 + 2 into the units, 8 + 1 out of them")
                .isEqualTo("17");
        assertThat(value(ONES, Kind.LEFT_DERIVATIVE)).isEqualTo("17");
        assertThat(value(ONES, Kind.GRADIENT_FROM_MEAN)).isEqualTo("0");
        assertThat(value(ONES, Kind.GRADIENT_FROM_LINEAR)).isEqualTo("0");
        assertThat(value(ONES, Kind.ONE_UNIT_APART, 1)).isEqualTo("0");
        assertThat(value(ONES, Kind.EXCHANGED_APART, 1, 2, 1, 1)).isEqualTo("0");
    }

    /**
     * The second unit has the weights (-1, -1), so its pre-activation is -2 and it does not move; as one unit the two are the
     * first with the outgoing weight 2.
     */
    @Test
    void unequalUnitsAreNotOneUnit() {
        List<Layer> layers = new ArrayList<>(ONES.layers());
        layers.set(0, new Layer(Matrix.of(Vector.of("1", "1"), Vector.of("-1", "-1")), Optional.of(Vector.of("1", "1")),
                Activation.RELU));
        Network unequal = new Network(layers);

        assertThat(value(unequal, Kind.ONE_UNIT_APART, 1)).as("2 - 2/10 4 against 2 - 1/10 4").isEqualTo("2/5");
        assertThat(value(unequal, Kind.EXCHANGED_APART, 1, 2, 1, 1)).isEqualTo("0");
        assertThat(value(unequal, Kind.EXCHANGED_OUTPUT_APART, 1, 2, 1)).isEqualTo("0");
        assertThat(value(unequal, Kind.RANK_BEYOND_INPUTS, 0, 1)).isEqualTo("0");
    }

    /** R^2 is 5, the parameters have the square 9, and y f is 9 on the sample with the label 1: 5 9 / 81. */
    @Test
    void theBoundOfMistakesIsOfTheTeacher() {
        DataSet positive = new DataSet(DATA.inputs(), List.of(Vector.of("1")));
        Run run = new Run(ONES, positive, Settings.defaults(1), ALL);

        assertThat(new Measure(Kind.MISTAKE_BOUND, List.of(), BigFraction.ONE).of(run)).isEqualTo(new BigFraction(5, 9));
    }

    private static String value(Network start, Kind kind, Integer... places) {
        return ExactNumber.write(new Measure(kind, List.of(places), BigFraction.ONE)
                .of(new Run(start, DATA, Settings.defaults(1), ALL)));
    }

    /** relu(w x) - relu(-w x) is w x, of which backpropagation returns twice kappa times x at w = 0. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1/2, 0", "1, 1"})
    void aDerivativeIsWrongWhereTheLossHasOneAndTheGradientIsAnother(String kappa, int wrong) {
        Network difference = Network.of(
                new Layer(Matrix.of(Vector.of("0")), Optional.empty(), Activation.IDENTITY),
                new Layer(Matrix.of(Vector.of("1"), Vector.of("-1")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of("1", "-1")), Optional.empty(), Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("-1")));
        Settings settings = Settings.defaults(1).withKappa(ExactNumber.parse(kappa));

        assertThat(new Measure(Kind.WRONG_DERIVATIVES, List.of(), BigFraction.ONE)
                .of(new Run(difference, data, settings, Companions.NONE))).isEqualTo(new BigFraction(wrong));
    }

    /** From all zero, of which an error that is written moves the hidden weights by itself. */
    @Test
    void anErrorThatIsWrittenAtKinksIsWrittenReadAndComputedAgain() {
        Counterexample moves = new Counterexample("KINK-5", "What the claim says.", Optional.empty(),
                Network.zeros(List.of(2, 2, 1), false), DATA, Settings.defaults(1),
                new Shows(List.of(), List.of(Facts.isNotZero(Facts.varied(Kind.WEIGHT, 1, 1, 2, 1))),
                        Companions.NONE.withVariation(new Variation.WrittenErrors(BigFraction.ONE_HALF))));

        Replay replay = Replay.of(new Source("file", Json.write(WitnessFormat.write(moves))));

        assertThat(replay.witness()).isEqualTo(moves);
        assertThat(replay.reproduced()).isTrue();
        assertThat(moves.holds()).isTrue();
    }

    @Test
    void errorsAreWrittenInNetworksOfReluAndBatchesOfOneSampleOnly() {
        Companions written = Companions.NONE.withVariation(new Variation.WrittenErrors(BigFraction.ONE));
        DataSet two = new DataSet(List.of(Vector.of("1", "2"), Vector.of("0", "1")), List.of(Vector.of("-1"), Vector.of("1")));
        Layer first = ONES.layers().get(0);
        Network abs = Network.of(new Layer(first.weights(), first.bias(), Activation.ABS), ONES.layers().get(1));

        assertThatThrownBy(() -> showing(ONES, two, written).holds()).isInstanceOf(DomainException.class)
                .hasMessage("errors written in a batch of 2 samples, expected batches of one");
        assertThatThrownBy(() -> showing(abs, DATA, written).holds()).isInstanceOf(DomainException.class)
                .hasMessage("errors written at kinks of abs, expected relu");
    }

    private static Counterexample showing(Network network, DataSet data, Companions companions) {
        return new Counterexample("KINK-5", "What the claim says.", Optional.empty(), network, data,
                Settings.defaults(1).withBatchSize(2),
                new Shows(List.of(), List.of(Facts.isNotZero(Facts.varied(Kind.MEAN_LOSS, 1))), companions));
    }

    @Test
    void whatTheTrainingDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> showing(Facts.varied(Kind.MEAN_LOSS, 0), Companions.NONE).holds())
                .isInstanceOf(DomainException.class).hasMessage("no variation, expected one to compare with");
        assertThatThrownBy(() -> showing(measured(Kind.GRADIENT_ALONG), Companions.NONE).holds())
                .isInstanceOf(DomainException.class).hasMessage("no direction, expected one");
        assertThatThrownBy(() -> showing(measured(Kind.TEACHER_LOSS), Companions.NONE).holds())
                .isInstanceOf(DomainException.class).hasMessage("no teacher, expected one");
        assertThatThrownBy(() ->
                showing(measured(Kind.TEACHER_LOSS), Companions.NONE.withTeacher(Network.zeros(List.of(2, 1), true))).holds())
                .isInstanceOf(DomainException.class).hasMessage("widths [2, 1], expected [2, 2, 1] as in the first network");
        assertThatThrownBy(() -> showing(Facts.varied(Kind.MEAN_LOSS, 0),
                Companions.NONE.withVariation(new Variation.Masks(List.of()))).holds())
                .hasMessage("masks for 0 steps, expected 1");
        assertThatThrownBy(() -> new Measure(Kind.MEAN_LOSS, List.of(), BigFraction.ONE))
                .hasMessage("0 places for mean-loss, expected 1");
        assertThatThrownBy(() -> new Measure(Kind.LOSS_QUOTIENT, List.of(), BigFraction.ZERO))
                .hasMessage("a distance of 0, expected another one");
    }

    @Test
    void wordsCountLayersAndUnitsFromOneAndCallTheStepBeforeTheFirstTheStart() {
        assertThat(new Measure(Kind.WEIGHT_CHANGE, List.of(1, 0, 2), BigFraction.ONE).words())
                .isEqualTo("largest change of a weight of layer 1 from the start to step 2");
        assertThat(new Measure(Kind.OUTGOING_APART, List.of(2, 1, 1, 0), BigFraction.TWO).words()).isEqualTo(
                "largest difference between the outgoing weights of unit 2 and 2 times those of unit 1 in layer 1 at the start");
        assertThat(new Measure(Kind.GRADIENT, List.of(2, 1, 1, 1), BigFraction.ONE).words())
                .isEqualTo("gradient in step 1 by the weight into unit 2 of layer 1 from its input 1");
        assertThat(new Measure(Kind.SAMPLES_LABELLED, List.of(), BigFraction.MINUS_ONE).words())
                .isEqualTo("samples with a negative target");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "step" : 1                      | "step" : 2            | step 2, expected one from 0 to 1
            "layer" : 1,                    | "layer" : 3,          | layer 3, expected one from 1 to 2
            "layer" : 1,                    | "layer" : 2,          | layer 2 is no hidden layer
            "layer" : 1,                    | "layer" : 0,          | layer 0, expected one from 1 to 2
            "other" : 1,                    | "other" : 5,          | other 5, expected one from 1 to 2
            "measure" : "outgoing-apart"    | "measure" : "outgo"   | /statement/shows/0/left/measure: unknown measure
            "factor" : "1"                  | "fact" : "1"          | unknown key
            "training" : "varied"           | "training" : "other"  | /statement/shows/0/left/training: an unknown training
            """)
    void aBrokenFileIsRefusedWithItsPlace(String from, String to, String message) {
        Counterexample counterexample = showing(Facts.varied(Kind.OUTGOING_APART, 2, 1, 1, 1), ALL);
        String text = Json.write(WitnessFormat.write(counterexample));
        assertThat(text).contains(from);

        assertThatThrownBy(() -> Replay.of(new Source("file", text.replace(from, to)))).isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }
}
