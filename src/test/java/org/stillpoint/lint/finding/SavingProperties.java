package org.stillpoint.lint.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.lint.SmallModel;
import org.stillpoint.lint.simplification.Limitations;
import org.stillpoint.lint.simplification.Rounding;
import org.stillpoint.lint.simplification.Simplification;
import org.stillpoint.lint.simplification.Simplifier;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.reader.ModelFile;

/** What a finding says that it saves is what taking its units away saves, by code that really does it. */
class SavingProperties {

    private static final int LARGEST = 1000;

    /** Numbers that are not zero, and not equal by chance. */
    private static int[] numbers(Random random, int count) {
        return random.ints(count, 1, LARGEST).toArray();
    }

    /** Makes the row of a unit zero, or that of the unit before. */
    private static void plant(Random random, int[] rows, int[] bias, int width, int unit) {
        boolean isTwin = random.nextBoolean();
        IntStream.range(0, width).forEach(i -> rows[unit * width + i] = isTwin ? rows[(unit - 1) * width + i] : 0);
        bias[unit] = isTwin ? bias[unit - 1] : random.nextInt(2) * bias[unit];
    }

    private static ModelFile perceptron(Random random) {
        int inputs = 1 + random.nextInt(4);
        int units = 2 + random.nextInt(4);
        int outputs = 1 + random.nextInt(3);
        int[] rows = numbers(random, units * inputs);
        int[] bias = numbers(random, units);
        plant(random, rows, bias, inputs, 1 + random.nextInt(units - 1));
        SmallModel model = new SmallModel();
        Value hidden = model.relu(model.bias(model.dense(model.input(inputs), "W1", units, rows), "b1", bias));
        return model.network("p.onnx", "onnx", model.bias(model.dense(hidden, "W2", outputs, numbers(random, outputs * units)), "b2",
                numbers(random, outputs)));
    }

    private static ModelFile channels(Random random) {
        int channels = 2 + random.nextInt(3);
        int places = 1 + random.nextInt(3);
        int[] kernels = numbers(random, channels * 2 * 2);
        int[] bias = numbers(random, channels);
        plant(random, kernels, bias, 4, 1 + random.nextInt(channels - 1));
        SmallModel model = new SmallModel();
        Value hidden = model.relu(model.bias(model.convolution(model.input(2), "K", channels, 2, 0, kernels), "k", bias));
        return model.network("c.onnx", "onnx", model.bias(model.dense(model.flatten(hidden, places), "W", 2,
                numbers(random, 2 * channels * places)), "b", numbers(random, 2)));
    }

    @Property(tries = 60)
    void savingsAreThoseOfTakingUnitsAway(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        ModelFile model = random.nextBoolean() ? perceptron(random) : channels(random);
        List<Finding> findings = SmallModel.lint(model).findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE).toList();

        Simplification simplified = Simplifier.simplify(model.network().orElseThrow(), Limitations.NONE, Rounding.TO_NEAREST);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).saves()).isEqualTo(simplified.saves()).isNotEqualTo(Saving.NONE);
    }
}
