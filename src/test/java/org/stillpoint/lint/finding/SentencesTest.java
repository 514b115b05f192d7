package org.stillpoint.lint.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.lint.SmallModel.lint;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.lint.SmallModel;
import org.stillpoint.modelfile.network.Value;

/** What findings say is true where it is tempting to say more. */
class SentencesTest {

    private final SmallModel model = new SmallModel();

    private List<Finding> findings(Value output) {
        return lint(model.network("small.onnx", "onnx", output)).findings();
    }

    /** The gradient of a ReLU below 0 is 0: with a bias of -5 and no incoming weights the layer is dead, not at its start. */
    @Test
    void aLayerOfZerosBelowANegativeBiasIsNotHarmless() {
        Value hidden = model.relu(model.bias(model.dense(model.input(2), "W1", 2, 0, 0, 0, 0), "b1", -5, -1));

        assertThat(findings(model.bias(model.dense(hidden, "W2", 1, 3, 4), "b2", 1)))
                .noneMatch(finding -> finding.rule() == Rule.HARMLESS_ZERO)
                .noneMatch(finding -> finding.says().contains("Nothing that is known keeps"))
                .anyMatch(finding -> finding.tensor().equals("W1") && finding.severity() == Severity.WARNING);
    }

    @Test
    void aUnitOfZerosWithANegativeBiasIsNotSaidToMove() {
        Value hidden = model.relu(model.bias(model.dense(model.input(2), "W1", 2, 0, 0, 1, 2), "b1", -5, 1));

        assertThat(findings(model.bias(model.dense(hidden, "W2", 1, 3, 4), "b2", 1))).singleElement()
                .satisfies(finding -> assertThat(finding.says()).contains("passes on the constant 0 whatever comes in",
                        "It is not decided whether training on would move the zeros."));
    }

    /** What W2 multiplies is not zero; the layers of zeros behind it stop its errors. */
    @Test
    void columnsThatNeverChangeAreNotSaidToReadZeros() {
        Value first = model.relu(model.dense(model.input(2), "W1", 2, 1, 2, 3, 4));
        Value second = model.relu(model.dense(first, "W2", 2, 5, 0, 0, 0));
        Value third = model.relu(model.dense(second, "W3", 2, 0, 0, 0, 0));
        List<Finding> findings = findings(model.dense(third, "W4", 1, 0, 0));

        assertThat(findings).anyMatch(finding -> finding.tensor().equals("W2") && finding.says().contains("never change"))
                .noneMatch(finding -> finding.says().contains("what comes in there is zero"));
    }

    /** At the border the convolution behind reads zeros, not the constant 5. */
    @Test
    void aConstantThatIsPaddedBeforeTheNextConvolutionIsNotSaidToBecomeItsBias() {
        for (int before : List.of(0, 1)) {
            SmallModel convolutions = new SmallModel();
            Value made = convolutions.relu(convolutions.bias(convolutions.convolution(convolutions.input(1), "K1", 2, 2, 0,
                    0, 0, 1, 2), "b1", 5, 1));
            Value padded = before == 0 ? made : convolutions.padded(made, before, 0);
            Value read = convolutions.convolution(padded, "K2", 1, 2, 0, 1, 2, 3, 4);

            assertThat(lint(convolutions.network("small.onnx", "onnx", read)).findings()).singleElement().satisfies(finding -> {
                assertThat(finding.says()).contains("passes on");
                assertThat(finding.advice().contains("goes into the biases behind")).isEqualTo(before == 0);
                assertThat(finding.saves().isNone()).isEqualTo(before == 1);
            });
        }
    }

    /** A clip whose bounds are in the wrong order makes 1 of the zero, which the layer behind reads. */
    @Test
    void aZeroThatGoesIntoWhatIsNotAnalysedIsNotSaidToBeWorthNothing() {
        Value hidden = model.clip(model.dense(model.input(2), "W1", 2, 0, 0, 1, 2), 3, 1);

        assertThat(findings(model.dense(hidden, "W2", 1, 3, 4))).singleElement().satisfies(finding -> {
            assertThat(finding.advice()).contains("cannot be taken away here: what reads them is not followed");
            assertThat(finding.saves()).isEqualTo(Saving.NONE);
        });
    }

    /** The zero is 5 where it meets itself, and the layer behind reads that. */
    @Test
    void aZeroThatIsAddedToWhatIsMadeOfItIsNotSaidToBeWorthNothing() {
        Value hidden = model.dense(model.input(2), "W1", 2, 0, 0, 1, 2);
        Value sum = model.sum(hidden, model.bias(hidden, "b", 5, 1));

        assertThat(findings(model.dense(sum, "W2", 1, 3, 4))).singleElement().satisfies(finding -> {
            assertThat(finding.advice()).contains("cannot be taken away here");
            assertThat(finding.saves()).isEqualTo(Saving.NONE);
        });
    }
}
