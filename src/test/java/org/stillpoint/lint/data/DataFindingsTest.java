package org.stillpoint.lint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DomainException;
import org.stillpoint.lint.Linter;
import org.stillpoint.lint.SmallModel;
import org.stillpoint.lint.finding.Basis;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.lint.survey.Progress;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** What is told of units of small models with integers as weights, on data. */
class DataFindingsTest {

    private static Tensor data(int samples, int... entries) {
        return Tensor.of(Shape.of(samples, entries.length / samples), entries);
    }

    /** Units of ReLU with these weights and biases, behind which all that is read differs. */
    private static ModelFile perceptron(int inputs, int[] weights, int... biases) {
        SmallModel model = new SmallModel();
        Value hidden = model.relu(model.bias(model.dense(model.input(inputs), "W1", biases.length, weights), "b1", biases));
        return model.network("small.json", "json",
                model.bias(model.dense(hidden, "W2", 1, SmallModel.different(biases.length)), "b2", 5));
    }

    private static List<Finding> linted(ModelFile model, Tensor data) throws IOException {
        return new Linter(Facts::of, Optional.empty()).on(data).lint(model, Progress.NONE).findings();
    }

    private static List<Finding> onData(ModelFile model, Tensor data) throws IOException {
        return linted(model, data).stream().filter(finding -> finding.basis() == Basis.DATA).toList();
    }

    private static List<String> found(ModelFile model, Tensor data) throws IOException {
        return onData(model, data).stream().map(finding -> finding.severity().id() + " " + finding.rule().id() + " "
                + finding.tensor() + finding.units()).toList();
    }

    @Test
    void unitsOfWhichReluGetsNothingAboveZeroAreDead() throws IOException {
        ModelFile model = perceptron(2, new int[] {1, 2, -1, -2, 2, 1}, 0, 0, 1);
        Tensor data = data(3, 1, 2, 3, 1, 2, 5);

        assertThat(found(model, data)).containsExactly("warning dead-unit W1[1]");
        Finding dead = onData(model, data).get(0);
        assertThat(dead.says()).startsWith("1 of the 3 units is dead in every sample: nothing above 0 ever comes into ReLU");
        assertThat(dead.condition()).isEqualTo("the data are the 3 samples that were given");
        assertThat(dead.claim()).isEmpty();
        assertThat(dead.certificate()).isFalse();
    }

    @Test
    void aTieAtZeroIsDeadIfTheDerivativeThereIsZero() throws IOException {
        ModelFile model = perceptron(2, new int[] {1, 2, 1, -1, 2, 1}, 0, -1, 1);
        Tensor data = data(3, 1, 2, 3, 2, 2, 5);

        assertThat(found(model, data)).containsExactly("warning dead-unit W1[1]");
        assertThat(onData(model, data).get(0).condition()).endsWith("; the derivative of ReLU at 0 is 0, as frameworks take it");
    }

    @Test
    void aWholeLayerThatGetsOnlyWhatIsNegativeIsComparedWithTheClaimAboutDeadLayers() throws IOException {
        ModelFile negative = perceptron(2, new int[] {-1, -2, -3, -1}, -1, -2);
        ModelFile atZero = perceptron(2, new int[] {-1, -2, -1, -1}, -1, 2);
        Tensor data = data(2, 1, 1, 3, 1);

        assertThat(found(negative, data)).containsExactly("warning dead-unit W1[0, 1]");
        assertThat(onData(negative, data).get(0).claim()).isEqualTo("DEAD-1");
        assertThat(onData(negative, data).get(0).advice()).startsWith("Start the layer anew");
        assertThat(found(atZero, data)).containsExactly("warning dead-unit W1[0, 1]");
        assertThat(onData(atZero, data).get(0).claim()).isEmpty();
    }

    @Test
    void aUnitThatReadsOnlyWhatIsTheSameIsConstantAndSaysWhat() throws IOException {
        ModelFile model = perceptron(2, new int[] {1, 2, 0, 3, 2, 1}, 0, 1, 1);
        Tensor data = data(3, 1, 2, 3, 2, 4, 2);

        assertThat(found(model, data)).containsExactly("note constant-unit W1[1]");
        assertThat(onData(model, data).get(0).says()).isEqualTo("1 of the 3 units passes on 7 in every sample.");
    }

    @Test
    void unitsThatAreEqualOnDataButNotInTheirWeightsAreANote() throws IOException {
        ModelFile model = perceptron(2, new int[] {1, 3, 3, 1, 2, 2}, 0, 0, 1);

        assertThat(found(model, data(2, 1, 1, 3, 3))).containsExactly("note twin-units W1[0, 1]", "note equal-inputs W1[0, 1]");
        assertThat(found(model, data(2, 1, 2, 3, 3))).isEmpty();
    }

    @Test
    void aFeatureThatIsAlwaysZeroIsComparedWithTheClaimAboutIt() throws IOException {
        ModelFile model = perceptron(3, new int[] {1, 2, 3, 2, 5, 1}, 0, 1);
        Tensor data = data(3, 1, 0, 2, 3, 0, 1, 7, 0, 5);

        assertThat(found(model, data)).containsExactly("warning zero-input W1[1]");
        assertThat(onData(model, data).get(0).claim()).isEqualTo("PART-9");
        assertThat(onData(model, data).get(0).condition()).endsWith("; no weight decay");
    }

    @Test
    void whatIsKnownWhateverTheDataAreIsNotToldAgain() throws IOException {
        ModelFile zeroAndTwins = perceptron(2, new int[] {0, 0, 1, 2, 1, 2, -1, -1}, 3, 1, 1, 0);

        assertThat(linted(zeroAndTwins, data(3, 1, 2, 3, 1, 2, 5))).extracting(finding -> finding.rule().id() + finding.units())
                .containsExactlyInAnyOrder("zero-unit[0]", "twin-units[1, 2]", "dead-unit[3]");
    }

    @Test
    void zerosThatDoNoHarmAreNotCalledDeadOnData() throws IOException {
        SmallModel model = new SmallModel();
        Value x = model.input(2);
        Value branch = model.dense(model.relu(model.dense(x, "A", 2, 1, 2, 3, 1)), "B", 2, 0, 0, 0, 0);
        ModelFile residual = model.network("small.json", "json", model.dense(model.sum(x, branch), "C", 1, 2, 3));

        assertThat(found(residual, data(3, 1, 2, 3, 1, 2, 5))).isEmpty();
    }

    @Test
    void whatFollowsFromADeadLayerIsNotToldOfLayersBehind() throws IOException {
        SmallModel model = new SmallModel();
        Value dead = model.relu(model.bias(model.dense(model.input(2), "W1", 2, -1, -2, -3, -1), "b1", -1, -2));
        Value behind = model.relu(model.bias(model.dense(dead, "W2", 2, 1, 2, 3, 5), "b2", 1, 2));
        ModelFile deep = model.network("small.json", "json", model.dense(behind, "W3", 1, 2, 3));

        assertThat(found(deep, data(2, 1, 1, 3, 1))).containsExactly("warning dead-unit W1[0, 1]");
    }

    @Test
    void aChannelIsDeadOnlyIfItIsSoAtEveryPlace() throws IOException {
        SmallModel model = new SmallModel();
        Value hidden = model.relu(model.bias(model.convolution(model.input(1), "K", 2, 2, 0, 1, -1, -1, -1), "b", 0, 0));
        ModelFile pictures = model.network("small.onnx", "onnx", hidden);
        Tensor rows = Tensor.of(Shape.of(2, 1, 3), 1, 2, 3, 4, 3, 5);

        assertThat(found(pictures, rows)).containsExactly("warning dead-unit K[1]");
    }

    @Test
    void whatFollowsFromADeadChannelIsNotToldOfTheOneThatItMakes() throws IOException {
        SmallModel model = new SmallModel();
        Value hidden = model.relu(model.convolution(model.input(1), "K", 2, 2, 0, 1, 3, -1, -1));
        ModelFile pictures = model.network("small.onnx", "onnx", model.relu(model.depthwise(hidden, "D", 1, 2, 3)));

        assertThat(found(pictures, Tensor.of(Shape.of(2, 1, 3), 1, 2, 3, 4, 3, 5))).containsExactly("warning dead-unit K[1]");
    }

    @Test
    void dataThatDoesNotFitIsRefusedInALine() {
        ModelFile model = perceptron(2, new int[] {1, 2, 3, 1}, 0, 0);

        assertThatThrownBy(() -> onData(model, data(2, 1, 2, 3, 4, 5, 6)))
                .hasMessage("small.json: on the data: data of the shape "
                + "2x3, expected samples along the first axis and 2 features along the last one");
        assertThatThrownBy(() -> onData(model, data(1, 1, 2)))
                .hasMessageContaining("data of the shape 1x2, expected two samples");
        assertThatThrownBy(() -> onData(model, data(2, 1, 2, 1, 2))).hasMessageContaining("samples that are all the same");
        ModelFile tensors = new SmallModel().with(SmallModel.tensor("W", Dimensions.of(2, 1), 1, 2)).tensors("t.npz", "npz");
        assertThatThrownBy(() -> onData(tensors, data(2, 1, 2))).hasMessageContaining("does not say how its tensors are used");
    }

    @Test
    void anInfiniteWeightIsRefusedInALine() {
        ModelFile model = perceptron(2, new int[] {1, 2, SmallModel.INFINITE, 1}, 0, 0);

        assertThatThrownBy(() -> DataFindings.of(model.network().orElseThrow(), data(2, 1, 2, 3, 1), List.of()))
                .isInstanceOf(DomainException.class).hasMessageContaining("W1");
    }
}
