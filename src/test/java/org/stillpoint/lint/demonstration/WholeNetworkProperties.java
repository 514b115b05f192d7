package org.stillpoint.lint.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.Role;
import org.stillpoint.graph.training.Step;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.lint.evaluation.Evaluation;
import org.stillpoint.lint.evaluation.Evaluator;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.lint.evaluation.ModelSketch;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.tensor.Tensor;

/** The graph that is trained computes what the network is, by the evaluator, which shares no code with it. */
class WholeNetworkProperties {

    private static final List<PlaceFunction> KEEPING = List.of(
            new PlaceFunction.MaxPooling(List.of(3, 3), ModelSketch.sliding(2, 1, 1)),
            new PlaceFunction.MeanPooling(List.of(3, 3), ModelSketch.sliding(2, 1, 1), true),
            new PlaceFunction.Padding(List.of(1, 0), List.of(0, 2), BigFraction.ZERO),
            new PlaceFunction.Padding(List.of(0, 0), List.of(1, 0), new BigFraction(3, 2)),
            new PlaceFunction.Repeating(List.of(2, 1)));

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyValueIsThatOfTheEvaluator(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Network network = drawn(new ModelSketch(random));
        WholeNetwork whole = new WholeNetwork(network);
        TrainingProgram program = TrainingProgram.of(whole.graph(), Optimisers.descent());
        Map<String, Object> fed = new HashMap<>(Map.of("rate", BigFraction.ONE));
        program.slots().stream().filter(slot -> slot.role() == Role.FED && !slot.name().equals("rate")).forEach(slot ->
                fed.put(slot.name(), Tensor.at(slot.shape().orElseThrow(), place -> new BigFraction(random.nextInt(9) - 4, 2))));
        Step step = program.steps(1, program.feed(fed)).get(0);

        List<Tensor> inputs = network.inputs().stream()
                .map(input -> Tensor.ofValue(step.value(whole.value(input).name()))).toList();
        Evaluation evaluation = Evaluator.evaluate(network, inputs, Limits.USUAL);
        for (Layer layer : network.layers()) {
            Value output = layer.outputs().get(0);
            assertThat(Tensor.ofValue(step.value(whole.value(output).name()))).as(layer.toString())
                    .isEqualTo(evaluation.of(output));
        }
    }

    private static Network drawn(ModelSketch sketch) {
        Random random = sketch.random();
        Value x = sketch.input(2, random.nextBoolean() ? 1 : -1);
        for (int l = 0; l < 3; l++) {
            x = layer(sketch, x, random.nextInt(9));
        }
        x = sketch.activated(sketch.bias(x), Activation.RELU);
        x = sketch.eachChannel(x, new PlaceFunction.OverAll(random.nextBoolean(), false));
        return sketch.endingIn(sketch.bias(sketch.dense(x, 2)));
    }

    private static Value layer(ModelSketch sketch, Value x, int kind) {
        int channels = x.channels().size();
        return switch (kind) {
            case 0 -> sketch.convolution(x, sketch.weights(3, channels, 2, 3), ModelSketch.sliding(2, 1, 1));
            case 1 -> sketch.depthwise(x, sketch.weights(channels, 1, 2, 2), ModelSketch.sliding(2, 1, 0));
            case 2 -> sketch.transposed(x, sketch.weights(channels, 2, 2, 2), ModelSketch.sliding(2, 1, 0), List.of(0, 0));
            case 3 -> sketch.scale(sketch.bias(x, sketch.weights(1)), sketch.weights(channels));
            case 4 -> sketch.sum(x, sketch.pointwise(x, new PointwiseFunction.Affine(new BigFraction(1, 2), BigFraction.ONE)));
            case 5 -> sketch.product(x, sketch.eachChannel(x, new PlaceFunction.OverAll(sketch.random().nextBoolean(), true)));
            case 6 -> sketch.concatenation(x, sketch.pointwise(x, new PointwiseFunction.Clip(Optional.of(BigFraction.ZERO),
                    Optional.of(BigFraction.ONE))));
            default -> sketch.eachChannel(x, KEEPING.get(sketch.random().nextInt(KEEPING.size())));
        };
    }
}
