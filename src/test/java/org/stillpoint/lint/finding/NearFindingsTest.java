package org.stillpoint.lint.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.lint.Linter;
import org.stillpoint.lint.SmallModel;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.lint.survey.Progress;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Weights;

/** Units that are nearly zero or nearly equal are notes, by an exact bound. */
class NearFindingsTest {

    private static List<String> near(ModelFile model, BigFraction bound) throws IOException {
        return new Linter(Facts::of, Optional.ofNullable(bound)).lint(model, Progress.NONE).findings().stream()
                .map(finding -> finding.severity().id() + " " + finding.rule().id() + " " + finding.tensor() + finding.units())
                .toList();
    }

    private static ModelFile rows(int... entries) {
        return new SmallModel().with(SmallModel.tensor("W", Dimensions.of(entries.length / 4, 4), entries)).tensors("a.pt",
                "pytorch");
    }

    @Test
    void unitsWithinTheBoundAreNearTwinsAndThoseBeyondAreNot() throws IOException {
        ModelFile model = rows(10, 20, 30, 40, 11, 19, 30, 40, 10, 22, 30, 40, 50, 60, 70, 80);

        assertThat(near(model, new BigFraction(1, 40))).containsExactly("note near-twins W[0, 1]");
        assertThat(near(model, new BigFraction(2, 40))).containsExactly("note near-twins W[0, 1, 2]");
        assertThat(near(model, new BigFraction(1, 41))).isEmpty();
        assertThat(near(model, null)).isEmpty();
    }

    @Test
    void equalUnitsAreTwinsAndNotNear() throws IOException {
        assertThat(near(rows(10, 20, 30, 40, 10, 20, 30, 40), BigFraction.ONE_HALF))
                .containsExactly("warning twin-units W[0, 1]");
    }

    @Test
    void unitsBelowTenToMinusTwentyAreToldWithoutBeingAskedFor() throws IOException {
        long[] codes = {Code.exact(1, -80), Code.exact(-1, -70), 0, 0, Code.exact(1, 0), Code.exact(3, 0), Code.exact(5, 0),
                Code.exact(7, 0)};
        ModelFile model = new SmallModel().with(Weights.of("W", ElementType.FLOAT32, Dimensions.of(2, 4), (from, into) ->
                System.arraycopy(codes, Math.toIntExact(from), into, 0, into.length))).tensors("a.pt", "pytorch");

        assertThat(near(model, null)).containsExactly("note tiny-unit W[0]");
    }

    @Test
    void ofANetworkTheUnitsAreLookedAtWhereTheyAreMade() throws IOException {
        SmallModel model = new SmallModel();
        Value hidden = model.relu(model.dense(model.input(2), "W1", 3, 10, 20, 11, 20, 50, 60));
        ModelFile file = model.network("near.onnx", "onnx", model.dense(hidden, "W2", 1, 100, 200, 300));

        assertThat(near(file, new BigFraction(1, 20))).containsExactly("note near-twins W1[0, 1]");
    }
}
