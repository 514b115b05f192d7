package org.stillpoint.lint.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.lint.SmallModel.different;
import static org.stillpoint.lint.SmallModel.found;
import static org.stillpoint.lint.SmallModel.lint;
import static org.stillpoint.lint.SmallModel.tensor;

import org.junit.jupiter.api.Test;
import org.stillpoint.lint.SmallModel;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;

/** Of files that name tensors alone, what is told is told as a heuristic, with both ways to read a matrix. */
class EntryFindingsTest {

    private final SmallModel model = new SmallModel();

    private static final int[] ROWS = {1, 2, 3, 4, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};

    @Test
    void rowsOfPyTorchAreUnits() {
        model.with(tensor("fc.weight", Dimensions.of(4, 4), ROWS));

        assertThat(found(model.tensors("a.safetensors", "safetensors")))
                .containsExactly("warning zero-unit fc.weight[1]", "warning twin-units fc.weight[0, 2]");
        assertThat(lint(model.tensors("a.safetensors", "safetensors")).findings()).allSatisfy(finding -> {
            assertThat(finding.certificate()).isFalse();
            assertThat(finding.says()).contains("as in PyTorch", "as in Keras and NumPy", "The file does not say which.");
        });
    }

    @Test
    void rowsOfNumPyAreInputs() {
        model.with(tensor("fc", Dimensions.of(4, 4), ROWS));

        assertThat(found(model.tensors("a.npz", "npz")))
                .containsExactly("warning zero-input fc[1]", "warning equal-inputs fc[0, 2]");
    }

    @Test
    void biasesByNameThatDifferMakeEqualRowsANote() {
        model.with(tensor("fc.weight", Dimensions.of(2, 4), 1, 2, 3, 4, 1, 2, 3, 4)).with(tensor("fc.bias", Dimensions.of(2), 5,
                6));
        assertThat(found(model.tensors("a.pt", "pytorch"))).containsExactly("note twin-units fc.weight[0, 1]");

        SmallModel equal = new SmallModel().with(tensor("fc.weight", Dimensions.of(2, 4), 1, 2, 3, 4, 1, 2, 3, 4))
                .with(tensor("fc.bias", Dimensions.of(2), 5, 5));
        assertThat(found(equal.tensors("a.pt", "pytorch"))).containsExactly("warning twin-units fc.weight[0, 1]");
    }

    @Test
    void slicesOfFewEntriesAreANote() {
        model.with(tensor("fc.weight", Dimensions.of(4, 2), 1, 2, 1, 2, 0, 0, 5, 7));

        assertThat(found(model.tensors("a.pt", "pytorch"))).containsExactly("note zero-unit fc.weight[2]",
                "note twin-units fc.weight[0, 1]");
    }

    @Test
    void zeroVectorsAndNumbersAreHarmless() {
        model.with(tensor("fc.bias", Dimensions.of(3), 0, 0, 0)).with(tensor("alpha", Dimensions.of(), 0))
                .with(tensor("bn.running_mean", Dimensions.of(2), 0, 0));

        assertThat(found(model.tensors("a.pt", "pytorch"))).containsExactly("note harmless-zero fc.bias",
                "note harmless-zero alpha",
                "note harmless-zero bn.running_mean");
    }

    @Test
    void oneMatrixOfZerosIsANoteAndAModelOfThemAWarning() {
        model.with(tensor("a", Dimensions.of(2, 2), 1, 2, 3, 5)).with(tensor("b", Dimensions.of(2, 2), 0, 0, 0, 0));
        assertThat(found(model.tensors("a.pt", "pytorch"))).containsExactly("note zero-block b");

        SmallModel zeros = new SmallModel().with(tensor("a", Dimensions.of(2, 2), 0, 0, 0, 0))
                .with(tensor("b", Dimensions.of(3, 2), new int[6]));
        assertThat(found(zeros.tensors("a.pt", "pytorch"))).containsExactly("warning zero-block a", "warning zero-block b");
    }

    @Test
    void theZeroFactorOfAnAdapterIsHarmlessUnlessTheOtherOneIsZeroToo() {
        model.with(tensor("q.lora_A.weight", Dimensions.of(2, 4), different(8)))
                .with(tensor("q.lora_B.weight", Dimensions.of(4, 2), new int[8]));
        assertThat(found(model.tensors("adapter.safetensors", "safetensors")))
                .containsExactly("note harmless-zero q.lora_B.weight");

        SmallModel stuck = new SmallModel().with(tensor("q.lora_A.weight", Dimensions.of(2, 4), new int[8]))
                .with(tensor("q.lora_B.weight", Dimensions.of(4, 2), new int[8]))
                .with(tensor("other.weight", Dimensions.of(1, 2), 1, 2));
        assertThat(found(stuck.tensors("adapter.safetensors", "safetensors")))
                .containsExactly("warning zero-block q.lora_A.weight", "warning zero-block q.lora_B.weight");
    }

    @Test
    void aZeroRowOfATableOfWordsIsANote() {
        model.with(tensor("embed_tokens.weight", Dimensions.of(3, 4), 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8));

        assertThat(found(model.tensors("a.safetensors", "safetensors"))).containsExactly("note zero-unit embed_tokens.weight[0]");
        assertThat(lint(model.tensors("a.safetensors", "safetensors")).findings().get(0).says()).contains("padding");
    }

    @Test
    void tensorsWithoutEntriesAndOfIntegersAreNothingToTell() {
        model.with(tensor("empty", Dimensions.of(0, 3))).with(tensor("none", Dimensions.of(3, 0)))
                .with(Weights.of("steps", ElementType.INT64, Dimensions.of(2, 2), (from, codes) -> { }));

        LintedFile file = lint(model.tensors("a.safetensors", "safetensors"));
        assertThat(file.findings()).isEmpty();
        assertThat(file.notAnalysed()).extracting(left -> left.why())
                .containsExactly("the file does not say how its tensors are used",
                "the file does not say how its tensors are used", "its entries are integers, which are not trained");
    }

    @Test
    void slicesOfKernelsNameTheirAxis() {
        model.with(tensor("conv.weight", Dimensions.of(3, 2, 2, 2), 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6,
                5, 4, 3, 2));

        assertThat(found(model.tensors("a.pt", "pytorch"))).containsExactly("warning zero-unit conv.weight[0]");
        assertThat(lint(model.tensors("a.pt", "pytorch")).findings().get(0).says())
                .startsWith("Slice 0 along axis 0 is zero, 8 entries. If axis 0 counts units, as in PyTorch");
    }
}
