package org.stillpoint.lint.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.lint.SmallModel.different;
import static org.stillpoint.lint.SmallModel.found;
import static org.stillpoint.lint.SmallModel.lint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.lint.SmallModel;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Place;
import org.stillpoint.lint.fact.Units;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Weights;

/** Of models whose network is known each rule finds what it is for, and nothing else is told. */
class ModelFindingsTest {

    private final SmallModel model = new SmallModel();

    private Finding only(ModelFile file) {
        List<Finding> findings = lint(file).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    /** Three hidden units of two inputs, read by two units. */
    private ModelFile perceptron(int[] first, int[] bias, int[] second) {
        Value hidden = model.relu(model.bias(model.dense(model.input(2), "W1", bias.length, first), "b1", bias));
        return model.network("small.onnx", "onnx", model.bias(model.dense(hidden, "W2", 2, second), "b2", 1, 2));
    }

    @Test
    void aHealthyPerceptronHasNoFindings() {
        assertThat(found(perceptron(new int[] {1, 2, 3, 5, 7, 9}, new int[] {1, 2, 3}, new int[] {1, 2, 3, 4, 5, 7}))).isEmpty();
    }

    @Test
    void inAPerceptronOfZerosAllButTheLastBiasAreBlocksThatNeverMove() {
        ModelFile zeros = perceptron(new int[6], new int[3], new int[6]);

        assertThat(found(zeros)).containsExactly("warning zero-block W1", "warning zero-block b1", "warning zero-block W2");
        assertThat(lint(zeros).findings()).allSatisfy(finding -> {
            assertThat(finding.certificate()).isTrue();
            assertThat(finding.claim()).isEqualTo("ZERO-2");
            assertThat(finding.condition()).contains("the optimiser starts without memory");
        });
        assertThat(lint(zeros).findings().get(0).says()).isEqualTo("All 6 numbers (3 x 2) are zero, and no training moves them.");
    }

    @Test
    void aUnitOfZerosThatNothingMovesIsToldOnceWithWhatItSaves() {
        Finding finding = only(perceptron(new int[] {1, 2, 0, 0, 3, 4}, new int[] {1, 0, 1}, new int[] {1, 7, 1, 8, 3, 2}));

        assertThat(finding.rule()).isEqualTo(Rule.ZERO_UNIT);
        assertThat(finding.tensor()).isEqualTo("W1");
        assertThat(finding.units()).containsExactly(1);
        assertThat(finding.says()).isEqualTo("The 2 incoming weights of this unit are zero, and no training moves them.");
        assertThat(finding.condition()).contains("the derivative of ReLU at 0 is 0");
        assertThat(finding.saves()).isEqualTo(new Saving(2 + 1 + 2, 2 + 2));
        assertThat(finding.why()).isNotBlank();
    }

    @Test
    void aUnitOfZerosThatPassesOnItsBiasIsConstantNow() {
        Finding finding = only(perceptron(new int[] {1, 2, 0, 0, 3, 4}, new int[] {1, 5, 1}, new int[] {1, 7, 1, 8, 3, 2}));

        assertThat(finding.rule()).isEqualTo(Rule.ZERO_UNIT);
        assertThat(finding.says()).contains("it passes on the constant 5 whatever comes in",
                "Nothing that is known keeps training from moving the zeros.");
        assertThat(finding.advice()).contains("start these weights at random", "--simplify OUT", "goes into the biases behind");
    }

    @Test
    void unitsThatAreEqualInAllStayTwinsAndThoseReadDifferentlyAreEqualNow() {
        ModelFile file = perceptron(new int[] {1, 2, 3, 4, 1, 2, 3, 4, 5, 6}, new int[] {1, 2, 1, 2, 3},
                new int[] {1, 7, 1, 8, 3, 2, 7, 2, 7, 4});
        List<Finding> findings = lint(file).findings();

        assertThat(found(file)).containsExactly("warning twin-units W1[0, 2]", "warning twin-units W1[1, 3]");
        assertThat(findings.get(0).says()).contains("(0 = 2)", "Training keeps them equal");
        assertThat(findings.get(1).says()).contains("(1 = 3)", "Training may make them differ");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.certificate()).isTrue();
            assertThat(finding.saves()).isEqualTo(new Saving(2 + 1 + 2, 2 + 2));
        });
    }

    @Test
    void severalClassesOfTwinsAreOneFinding() {
        Finding finding = only(perceptron(new int[] {1, 2, 3, 4, 1, 2, 3, 4, 1, 2}, new int[] {1, 2, 1, 2, 1},
                new int[] {1, 7, 1, 7, 1, 2, 9, 2, 9, 2}));

        assertThat(finding.units()).containsExactly(0, 1, 2, 3, 4);
        assertThat(finding.says()).startsWith("5 units are equal in 2 classes (0 = 2 = 4; 1 = 3) in all that comes in")
                .contains("they learn as much as 2 units");
        assertThat(finding.saves()).isEqualTo(new Saving(3 * 5, 3 * 4));
    }

    @Test
    void twinsThatAreZeroUnitsAreToldAsZeroUnitsOnly() {
        assertThat(found(perceptron(new int[] {0, 0, 1, 2, 0, 0}, new int[] {0, 1, 0}, new int[] {1, 7, 1, 8, 3, 8})))
                .containsExactly("warning zero-unit W1[0, 2]");
    }

    @Test
    void aUnitThatNobodyReadsIsDead() {
        Finding finding = only(perceptron(new int[] {1, 2, 3, 5, 3, 4}, new int[] {1, 5, 1}, new int[] {1, 0, 1, 8, 0, 2}));

        assertThat(finding.rule()).isEqualTo(Rule.DEAD_UNIT);
        assertThat(finding.units()).containsExactly(1);
        assertThat(finding.says()).startsWith("What this unit passes on is multiplied by zero wherever it goes.");
        assertThat(finding.saves()).isEqualTo(new Saving(5, 4));
    }

    @Test
    void aChannelWhoseScaleAndShiftAreZeroIsToldOfItsKernel() {
        Value made = model.convolution(model.input(2), "K", 3, 1, 0, different(6));
        Value passed = model.relu(model.bias(model.scale(made, "gamma", 1, 0, 2), "beta", 1, 0, 2));
        ModelFile file = model.network("scaled.onnx", "onnx", model.convolution(passed, "H", 1, 1, 0, 1, 2, 3));

        Finding finding = only(file);

        assertThat(finding.rule()).isIn(Rule.DEAD_UNIT, Rule.ZERO_UNIT);
        assertThat(finding.units()).containsExactly(1);
        assertThat(finding.certificate()).isTrue();
        assertThat(finding.saves()).isEqualTo(new Saving(2 + 1 + 1 + 1, 2 + 1));
    }

    @Test
    void aZeroFilterOfADepthwiseConvolutionSavesWhatIsMadeForItToo() {
        Value before = model.relu(model.bias(model.convolution(model.input(3), "K", 4, 3, 1, different(36)), "k", 1, 2, 3, 4));
        Value filtered = model.depthwise(before, "D", 3, 1, 2, 3, 0, 0, 0, 4, 5, 6, 7, 7, 7);
        ModelFile file = model.network("depthwise.onnx", "onnx",
                model.convolution(model.relu(model.bias(filtered, "d", 1, 2, 3, 4)), "P", 2, 1, 0, different(8)));

        Finding finding = only(file);

        assertThat(finding.rule()).isEqualTo(Rule.ZERO_UNIT);
        assertThat(finding.tensor()).isEqualTo("D");
        assertThat(finding.units()).containsExactly(1);
        assertThat(finding.says()).contains("3 incoming weights of this channel", "the constant 2");
        assertThat(finding.saves()).isEqualTo(new Saving(9 + 1 + 3 + 1 + 2, 9 + 3 + 2));
    }

    @Test
    void aConstantIsLeftWhereAPaddedConvolutionReadsIt() {
        Value hidden = model.relu(model.bias(model.convolution(model.input(1), "K", 2, 1, 0, 0, 3), "k", 2, 1));
        Finding finding = only(model.network("padded.onnx", "onnx", model.convolution(hidden, "P", 1, 3, 1, different(6))));

        assertThat(finding.says()).contains("the constant 2");
        assertThat(finding.advice()).contains("cannot become a bias behind padding");
        assertThat(finding.saves()).isEqualTo(Saving.NONE);
    }

    @Test
    void aFlattenedChannelIsReadInSeveralColumns() {
        Value hidden = model.relu(model.bias(model.convolution(model.input(1), "K", 2, 2, 0, 0, 0, 1, 2), "k", 3, 1));
        Finding finding = only(model.network("flat.onnx", "onnx", model.dense(model.flatten(hidden, 5), "W", 2, different(20))));

        assertThat(finding.tensor()).isEqualTo("K");
        assertThat(finding.saves()).isEqualTo(new Saving(2 + 1 + 2 * 5, 2 + 2 * 5));
    }

    @Test
    void aZeroLastLayerOfABranchIsHarmlessAndNothingElseIsSaidOfTheBranch() {
        Value x = model.relu(model.dense(model.input(2), "W0", 2, 1, 2, 3, 4));
        Value branch = model.dense(model.relu(model.dense(x, "W1", 3, 1, 2, 3, 4, 5, 6)), "W2", 2, new int[6]);
        Finding finding = only(model.network("branch.onnx", "onnx", model.dense(model.sum(x, branch), "W3", 1, 1, 2)));

        assertThat(finding.rule()).isEqualTo(Rule.HARMLESS_ZERO);
        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        assertThat(finding.tensor()).isEqualTo("W2");
        assertThat(finding.claim()).isEqualTo("RES-1");
        assertThat(finding.says()).contains("as a rule they move in the first step, those before them in the second");
        assertThat(finding.advice()).isEqualTo("Nothing.");
    }

    @Test
    void aZeroLastScaleOfABranchIsHarmlessAndNothingElseIsSaidOfTheBranch() {
        Value x = model.relu(model.dense(model.input(2), "W0", 2, 1, 2, 3, 4));
        Value branch = model.scale(model.dense(model.relu(model.dense(x, "W1", 3, 1, 2, 3, 4, 5, 6)), "W2", 2, 1, 2, 3, 4, 5, 7),
                "gamma", 0, 0);

        assertThat(found(model.network("scaled.onnx", "onnx", model.dense(model.sum(x, branch), "W3", 1, 1, 2))))
                .containsExactly("note harmless-zero gamma");
    }

    @Test
    void aGateOfAUnitByItselfLetsTheUnitBeTakenAway() {
        Value hidden = model.bias(model.dense(model.input(2), "W1", 3, 1, 2, 0, 0, 3, 4), "b1", 1, 5, 1);
        Finding finding = only(model.network("gate.onnx", "onnx", model.dense(model.product(hidden, model.relu(hidden)), "W2", 1,
                1, 2, 3)));

        assertThat(finding.rule()).isEqualTo(Rule.ZERO_UNIT);
        assertThat(finding.saves()).isEqualTo(new Saving(2 + 1 + 1, 2 + 1));
    }

    @Test
    void tenThousandUnitsAreOneFinding() throws IOException {
        int[] first = new int[40_000];
        int[] second = different(20_000);
        IntStream.range(0, 20_000).filter(unit -> unit % 2 == 0).forEach(unit -> first[2 * unit] = 1 + unit);
        Value hidden = model.relu(model.dense(model.input(2), "W1", 20_000, first));
        ModelFile file = model.network("wide.onnx", "onnx", model.dense(hidden, "W2", 1, second));
        Weights made = file.weights().get(0);
        List<Integer> zero = IntStream.range(0, 20_000).filter(unit -> unit % 2 == 1).boxed().toList();
        Fact constant = new Fact(Kind.CONSTANT_NOW, new Units("layer", made, 0, true, zero), Place.WITHIN, true, Set.of(),
                List.of("GRAPH-1"), Optional.of("0"), "");

        List<Finding> findings = Findings.of(file, List.of(Survey.of(made)), List.of(constant));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo(Rule.ZERO_UNIT);
        assertThat(findings.get(0).units()).hasSize(10_000);
        assertThat(findings.get(0).saves()).isEqualTo(new Saving(30_000, 30_000));
    }

    @Test
    void oneZeroFactorOfTwoIsHarmlessAndTwoAreNot() {
        Value low = model.dense(model.input(3), "A", 2, different(6));
        assertThat(found(model.network("lora.onnx", "onnx", model.dense(low, "B", 3, new int[6]))))
                .containsExactly("note harmless-zero B");

        SmallModel other = new SmallModel();
        Value none = other.dense(other.input(3), "A", 2, new int[6]);
        assertThat(found(other.network("lora.onnx", "onnx", other.dense(none, "B", 3, new int[6]))))
                .containsExactly("warning zero-block A", "warning zero-block B");
    }

    @Test
    void zeroBiasesAreHarmless() {
        Value hidden = model.relu(model.bias(model.dense(model.input(2), "W1", 2, 1, 2, 3, 5), "b1", 0, 0));
        ModelFile file = model.network("fresh.onnx", "onnx", model.bias(model.dense(hidden, "W2", 1, 1, 2), "b2", 0));

        assertThat(found(file)).containsExactly("note harmless-zero b1", "note harmless-zero b2");
        assertThat(lint(file).findings().get(0).says()).contains("how biases usually start");
    }

    @Test
    void someZerosInABiasAreNothingToTell() {
        assertThat(found(perceptron(new int[] {1, 2, 3, 5, 7, 9}, new int[] {1, 0, 0}, new int[] {1, 2, 3, 4, 5, 7}))).isEmpty();
    }

    @Test
    void inputsThatAreReadWithEqualWeightsAreANote() {
        Value hidden = model.relu(model.dense(model.input(3), "W1", 4, 1, 1, 2, 3, 3, 5, 7, 7, 8, 9, 9, 2));
        ModelFile file = model.network("inputs.onnx", "onnx", model.dense(hidden, "W2", 1, 1, 2, 3, 4));

        assertThat(found(file)).containsExactly("note equal-inputs W1[0, 1]");
        assertThat(lint(file).findings().get(0).claim()).isEqualTo("SYM-6");
    }

    @Test
    void anInputThatIsMultipliedByZeroIsANoteAsItsWeightsMove() {
        Value hidden = model.relu(model.dense(model.input(3), "W1", 2, 1, 0, 2, 3, 0, 5));

        assertThat(found(model.network("inputs.onnx", "onnx", model.dense(hidden, "W2", 1, 1, 2))))
                .containsExactly("note zero-input W1[1]");
    }

    @Test
    void entriesThatAreInfiniteAreAnErrorAndComeFirst() {
        ModelFile file = perceptron(new int[] {1, 2, 0, 0, 3, 4}, new int[] {1, 0, 1},
                new int[] {1, 7, 1, 8, SmallModel.INFINITE, 2});

        assertThat(found(file).get(0)).isEqualTo("error not-finite W2");
        assertThat(lint(file).findings().get(0).says()).startsWith("1 of 6 entries is infinite or no number.");
    }

    @Test
    void whatIsNotUnderstoodIsListedAndNothingIsSavedThrough() {
        Value hidden = model.relu(model.bias(model.dense(model.input(2), "W1", 3, 1, 2, 0, 0, 3, 4), "b1", 1, 5, 1));
        LintedFile file = lint(model.network("opaque.onnx", "onnx", model.opaque(hidden, "rnn", 2, "an LSTM is not followed")));

        assertThat(file.notAnalysed()).extracting(left -> left.tensor() + ": " + left.why())
                .containsExactly("rnn: an LSTM is not followed");
        assertThat(file.analysed()).containsExactly("W1", "b1");
        assertThat(file.findings()).hasSize(1).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.ZERO_UNIT);
            assertThat(finding.saves()).isEqualTo(Saving.NONE);
            assertThat(finding.advice()).contains("cannot be taken away here");
        });
    }

    @Test
    void unitsThatAreAddedToOthersCannotBeTakenAway() {
        Value x = model.relu(model.dense(model.input(2), "W0", 2, 1, 2, 3, 4));
        Value branch = model.bias(model.dense(x, "W1", 2, 0, 0, 3, 4), "b1", 1, 2);
        Finding finding = only(model.network("sum.onnx", "onnx", model.dense(model.sum(x, branch), "W3", 1, 1, 2)));

        assertThat(finding.rule()).isEqualTo(Rule.ZERO_UNIT);
        assertThat(finding.saves()).isEqualTo(Saving.NONE);
        assertThat(finding.advice()).contains("joined with others one by one").doesNotContain("--simplify");
    }
}
