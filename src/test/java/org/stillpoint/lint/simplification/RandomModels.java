package org.stillpoint.lint.simplification;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.lint.evaluation.ModelSketch;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.PlaceFunction;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;

/** Small models of the kinds that people make, with random weights, some of which are zero. */
final class RandomModels {

    /** Places along each of two axes, of all values of a model of pictures; Flatten needs to know. */
    private static final int PLACES = 4;
    private static final int MOST_CHANNELS = 3;

    private final ModelSketch sketch;
    private final Random random;

    private RandomModels(Random random) {
        this.sketch = new ModelSketch(random);
        this.random = random;
    }

    static Network of(Random random) {
        RandomModels models = new RandomModels(random);
        return random.nextInt(3) == 0 ? models.perceptron() : models.pictures();
    }

    private int channels() {
        return 2 + random.nextInt(MOST_CHANNELS - 1);
    }

    private Network perceptron() {
        Value x = sketch.input(channels(), -1);
        for (int l = random.nextInt(3); l >= 0; l--) {
            x = normalisedOrNot(sketch.dense(x, channels() + 1));
        }
        return sketch.endingIn(sketch.dense(x, 2));
    }

    private Network pictures() {
        Value x = sketch.input(2, random.nextBoolean() ? 1 : -1);
        x = normalisedOrNot(convolution(x));
        for (int l = random.nextInt(3); l >= 0; l--) {
            x = block(x);
        }
        x = random.nextBoolean() ? sketch.flatten(x, PLACES * PLACES)
                : sketch.eachChannel(x, new PlaceFunction.OverAll(random.nextBoolean(), false));
        return sketch.endingIn(sketch.bias(sketch.dense(normalisedOrNot(sketch.dense(x, channels())), 2)));
    }

    /** With as many places after as before. */
    private Value convolution(Value x) {
        int size = random.nextBoolean() ? 1 : 3;
        return sketch.convolution(x, sketch.weights(channels(), x.channels().size(), size, size),
                ModelSketch.sliding(2, 1, (size - 1) / 2));
    }

    private Value convolution(Value x, int channels) {
        return sketch.convolution(x, sketch.weights(channels, x.channels().size(), 1, 1), ModelSketch.sliding(2, 1, 0));
    }

    private Value normalisedOrNot(Value made) {
        Value x = made;
        if (random.nextInt(3) > 0) {
            x = sketch.normalised(x);
            x = sketch.scale(x, sketch.weights(x.channels().size()));
        }
        x = random.nextInt(4) > 0 ? sketch.bias(x) : x;
        return switch (random.nextInt(5)) {
            case 0 -> x;
            case 1 -> sketch.pointwise(x,
                    new PointwiseFunction.Clip(Optional.of(BigFraction.ZERO), Optional.of(new BigFraction(6))));
            case 2 -> sketch.activated(x, Activation.SIGMOID);
            default -> sketch.activated(x, Activation.RELU);
        };
    }

    private Value block(Value x) {
        return switch (random.nextInt(8)) {
            case 0 -> sketch.sum(x, convolution(normalisedOrNot(convolution(x)), x.channels().size()));
            case 1 -> normalisedOrNot(sketch.depthwise(x, sketch.weights(x.channels().size(), 1, 3, 3),
                    ModelSketch.sliding(2, 1, 1)));
            case 2 -> sketch.concatenation(normalisedOrNot(convolution(x)), x);
            case 3 -> gated(x);
            case 4 -> sketch.eachChannel(x, new PlaceFunction.MaxPooling(List.of(3, 3), ModelSketch.sliding(2, 1, 1)));
            case 5 -> sketch.inWords(x, random.nextBoolean());
            case 6 -> random.nextBoolean() ? sketch.opaque(x) : sketch.bias(x, sketch.weights(1));
            default -> normalisedOrNot(convolution(x));
        };
    }

    /** Each channel times a number between 0 and 1 that is made of all of them. */
    private Value gated(Value x) {
        Value mean = sketch.eachChannel(x, new PlaceFunction.OverAll(false, true));
        Value gate = sketch.bias(convolution(sketch.activated(convolution(mean, 2), Activation.RELU), x.channels().size()));
        return sketch.product(x, sketch.activated(gate, Activation.SIGMOID));
    }
}
